import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, type Reply } from '../testing/emulatorUnderTest.ts';
import { TESTED_KINDS } from '../testing/testedKinds.ts';
import { DEFAULT_SUBSCRIPTION } from '../vaults/subscriptions.ts';

const DAY = 86_400;

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({
    vaults: [
      { name: 'legacy', softDelete: false },
      { name: 'short', retentionDays: 7 },
      { name: 'guarded', retentionDays: 7, purgeProtection: true },
    ],
  });
});
afterAll(() => emulator.close());

interface Dated {
  readonly attributes: { readonly recoveryLevel: string; readonly recoverableDays?: number };
  readonly deletedDate: number;
  readonly scheduledPurgeDate: number;
}

describe.each(TESTED_KINDS)('one of the $collection', (kind) => {
  const { collection } = kind;
  const call = (method: string, path: string, vault: string): Promise<Reply> =>
    emulator.call(method, path, { headers: { host: `${vault}.vault.azure.net` } });

  /** Makes an object in the vault `default` and brings it to another one by its backup. */
  async function made(vault: string): Promise<string> {
    const name = `${vault}-${collection}`;
    await kind.make(emulator, name);
    const { body } = await emulator.call('POST', `/${collection}/${name}/backup`);
    const headers = { host: `${vault}.vault.azure.net` };
    const restored = await emulator.call('POST', `/${collection}/restore`, { body, headers });
    expect(restored.status).toBe(200);
    return name;
  }

  it('should be gone at once in a vault without soft delete, which has no deleted ones', async () => {
    const name = await made('legacy');
    const deleted = await call('DELETE', `/${collection}/${name}`, 'legacy');
    expect(deleted.status).toBe(200);
    expect(deleted.text).not.toMatch(/recoveryId|scheduledPurgeDate/);
    expect((await call('GET', `/${collection}/${name}`, 'legacy')).status).toBe(404);
    for (const [method, path] of [
      ['GET', ''],
      ['GET', `/${name}`],
      ['POST', `/${name}/recover`],
      ['DELETE', `/${name}`],
    ] as const) {
      expect(await call(method, `/deleted${collection}${path}`, 'legacy')).toMatchObject({
        status: 400,
        body: { error: { code: 'NotSupported' } },
      });
    }
  });

  it('should have the level, the days and the dates of the retention of its vault', async () => {
    const name = await made('short');
    const { body } = await call('DELETE', `/${collection}/${name}`, 'short');
    const { attributes, deletedDate, scheduledPurgeDate } = body as Dated;
    expect(attributes).toMatchObject({
      recoveryLevel: 'CustomizedRecoverable+Purgeable',
      recoverableDays: 7,
    });
    expect(scheduledPurgeDate - deletedDate).toBe(7 * DAY);
    expect((await call('DELETE', `/deleted${collection}/${name}`, 'short')).status).toBe(204);
  });

  it('should be purged under protection by the service alone, at its date', async () => {
    const name = await made('guarded');
    const { body } = await call('DELETE', `/${collection}/${name}`, 'guarded');
    expect((body as Dated).attributes.recoveryLevel).toBe('CustomizedRecoverable');
    expect(await call('DELETE', `/deleted${collection}/${name}`, 'guarded')).toMatchObject({
      status: 403,
      body: { error: { code: 'Forbidden' } },
    });
    await emulator.advance(7 * DAY);
    expect((await call('GET', `/deleted${collection}/${name}`, 'guarded')).status).toBe(404);
  });

  it('should be purged by nobody in an undeletable subscription, and say so by its level', async () => {
    const name = `eternal-${collection}`;
    await kind.make(emulator, name);
    const mark = (undeletable: boolean): Promise<Reply> =>
      emulator.call('PATCH', `/emulator/subscriptions/${DEFAULT_SUBSCRIPTION}`, { body: { undeletable } });
    await mark(true);
    const { body } = await emulator.call('DELETE', `/${collection}/${name}`);
    expect((body as Dated).attributes.recoveryLevel).toBe('Recoverable+ProtectedSubscription');
    expect((await emulator.call('DELETE', `/deleted${collection}/${name}`)).status).toBe(403);
    await mark(false);
    expect((await emulator.call('DELETE', `/deleted${collection}/${name}`)).status).toBe(204);
  });
});
