import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON } from '../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
});
afterAll(() => emulator.close());

const anonymous = { headers: { authorization: undefined } };

describe('the control API', () => {
  it('should need no token', async () => {
    expect(await emulator.call('GET', '/emulator/health', anonymous)).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    });
  });

  it('should show the clock and move it, for dates and for the Date header', async () => {
    expect((await emulator.call('GET', '/emulator/clock', anonymous)).body).toEqual({
      now: NOON,
      frozen: true,
    });
    const moved = await emulator.call('POST', '/emulator/clock', { body: { advance: 90 } });
    expect([moved.status, moved.body]).toEqual([200, { now: NOON + 90, frozen: true }]);
    expect(moved.headers.date).toBe(new Date((NOON + 90) * 1000).toUTCString());
    expect((await emulator.set('dated')).body).toMatchObject({ attributes: { created: NOON + 90 } });
    const running = await emulator.call('POST', '/emulator/clock', { body: { freeze: false } });
    expect(running.body).toMatchObject({ frozen: false });
    const frozen = await emulator.call('POST', '/emulator/clock', { body: { freeze: true, advance: 10 } });
    expect(frozen.body).toMatchObject({ frozen: true });
    expect((await emulator.call('GET', '/emulator/clock')).body).toEqual(frozen.body);
  });

  it.each<[unknown, string]>([
    [{ advance: -1 }, 'advance must be a number of seconds, 0 or more; it is -1.'],
    [{ advance: '5' }, 'advance'],
    [{ advance: 1e15 }, 'advance'],
    [{ freeze: 1 }, 'freeze must be true or false; it is 1.'],
    [{ now: 5 }, "'now'"],
    [[], 'JSON object'],
    ['{', 'JSON'],
    [undefined, 'body'],
  ])('should refuse %j for the clock', async (body, message) => {
    const { status, body: answer } = await emulator.call('POST', '/emulator/clock', { body });
    expect([status, answer]).toMatchObject([400, { error: { message: expect.stringContaining(message) } }]);
  });

  it('should make vaults, each with names of its own', async () => {
    const made = await emulator.call('POST', '/emulator/vaults', {
      body: { name: 'Made', retentionDays: 30 },
    });
    const vault = {
      name: 'made',
      softDelete: true,
      retentionDays: 30,
      purgeProtection: false,
      sku: 'premium',
      location: 'emulator',
      subscriptionId: '00000000-0000-0000-0000-000000000002',
      resourceGroup: 'emulator',
      rbac: false,
      state: 'active',
    };
    expect([made.status, made.body]).toEqual([201, vault]);
    const { body } = await emulator.call('GET', '/emulator/vaults');
    expect((body as { vaults: unknown[] }).vaults).toContainEqual(vault);
    await emulator.set('only-in-default');
    const headers = { host: 'made.vault.azure.net' };
    expect((await emulator.call('GET', '/secrets/only-in-default', { headers })).status).toBe(404);
  });

  it('should refuse a vault that exists or that Azure would not make', async () => {
    expect(await emulator.call('POST', '/emulator/vaults', { body: { name: 'DEFAULT' } })).toMatchObject({
      status: 409,
      body: { error: { code: 'VaultAlreadyExists' } },
    });
    for (const wrong of [{ retentionDays: 91 }, { softDelete: false, purgeProtection: true }]) {
      const { status } = await emulator.call('POST', '/emulator/vaults', {
        body: { name: 'wrong', ...wrong },
      });
      expect(status).toBe(400);
    }
  });

  it('should turn purge protection on for good, also for what is deleted already', async () => {
    await emulator.call('POST', '/emulator/vaults', { body: { name: 'later' } });
    const headers = { host: 'later.vault.azure.net' };
    await emulator.call('PUT', '/secrets/a', { body: { value: '1' }, headers });
    const { body: before } = await emulator.call('DELETE', '/secrets/a', { headers });
    const on = await emulator.call('PATCH', '/emulator/vaults/Later', { body: { purgeProtection: true } });
    expect([on.status, on.body]).toMatchObject([200, { purgeProtection: true }]);
    expect((await emulator.call('DELETE', '/deletedsecrets/a', { headers })).status).toBe(403);
    const { body: after } = await emulator.call('GET', '/deletedsecrets/a', { headers });
    expect(after).toMatchObject({
      attributes: { recoveryLevel: 'Recoverable' },
      scheduledPurgeDate: (before as { scheduledPurgeDate: number }).scheduledPurgeDate,
    });
    for (const body of [{ purgeProtection: false }, {}, { retentionDays: 7 }]) {
      expect((await emulator.call('PATCH', '/emulator/vaults/later', { body })).status).toBe(400);
    }
  });

  it('should refuse protection without soft delete, and vaults and paths that are not there', async () => {
    await emulator.call('POST', '/emulator/vaults', { body: { name: 'legacy', softDelete: false } });
    const body = { purgeProtection: true };
    expect((await emulator.call('PATCH', '/emulator/vaults/legacy', { body })).status).toBe(400);
    expect((await emulator.call('PATCH', '/emulator/vaults/nobody', { body })).status).toBe(404);
    expect((await emulator.call('GET', '/emulator/nothing')).status).toBe(404);
    expect((await emulator.call('DELETE', '/emulator/clock')).status).toBe(404);
  });
});
