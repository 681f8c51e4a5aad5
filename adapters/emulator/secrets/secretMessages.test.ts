import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON } from '../testing/emulatorUnderTest.ts';

const DAY = 86_400;

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({
    vaults: [
      { name: 'legacy', softDelete: false },
      { name: 'guarded', retentionDays: 7, purgeProtection: true },
      { name: 'brief', retentionDays: 7 },
    ],
  });
});
afterAll(() => emulator.close());

const at = (vault: string): { headers: { host: string } } => ({
  headers: { host: `${vault}.vault.azure.net` },
});

describe('the bundles of a secret', () => {
  it('should have the fields of the service in its order', async () => {
    const { text, body } = await emulator.set('shapes', 'v', {
      contentType: 'text/plain',
      tags: { colour: 'red' },
      attributes: { nbf: NOON, exp: NOON + DAY },
    });
    const version = (body as { id: string }).id.split('/').at(-1);
    const id = `${emulator.running.url}/secrets/shapes/${version}`;
    const attributes = `{"enabled":true,"nbf":${NOON},"exp":${NOON + DAY},"created":${NOON},"updated":${NOON},"recoveryLevel":"Recoverable+Purgeable","recoverableDays":90}`;
    const rest = `"contentType":"text/plain","id":"${id}","attributes":${attributes},"tags":{"colour":"red"}}`;
    expect(version).toMatch(/^[0-9a-f]{32}$/);
    expect(text).toBe(`{"value":"v",${rest}`);
    expect((await emulator.call('GET', '/secrets/shapes/')).text).toBe(text);
    const deleted = `{"recoveryId":"${emulator.running.url}/deletedsecrets/shapes","deletedDate":${NOON},"scheduledPurgeDate":${NOON + 90 * DAY},${rest}`;
    expect((await emulator.call('DELETE', '/secrets/shapes')).text).toBe(deleted);
    expect((await emulator.call('GET', '/deletedsecrets/shapes')).text).toBe(deleted);
    expect((await emulator.call('POST', '/deletedsecrets/shapes/recover')).text).toBe(`{${rest}`);
  });

  it('should leave out contentType and tags that were never given, and keep them when they are empty', async () => {
    const { body: bare } = await emulator.set('bare');
    expect(Object.keys(bare as object)).toEqual(['value', 'id', 'attributes']);
    const { body: empty } = await emulator.set('empty', '', { contentType: '', tags: {} });
    expect(empty).toMatchObject({ value: '', contentType: '', tags: {} });
  });

  it('should show recoverableDays from api-version 7.1 on, and recoveryLevel since 2016', async () => {
    await emulator.set('aged');
    const shown = async (api: string): Promise<string[]> => {
      const { body } = await emulator.call('GET', '/secrets/aged', { api });
      return Object.keys((body as { attributes: object }).attributes).slice(3);
    };
    expect(await shown('2015-06-01')).toEqual([]);
    expect(await shown('7.0')).toEqual(['recoveryLevel']);
    expect(await shown('7.1')).toEqual(['recoveryLevel', 'recoverableDays']);
    expect(await shown('2025-07-01')).toEqual(['recoveryLevel', 'recoverableDays']);
  });

  it('should show the level that the settings of the vault make', async () => {
    const level = async (vault: string): Promise<unknown> => {
      const { body } = await emulator.call('PUT', '/secrets/level', { body: { value: '1' }, ...at(vault) });
      const { recoveryLevel, recoverableDays } = (body as { attributes: Record<string, unknown> }).attributes;
      return [recoveryLevel, recoverableDays];
    };
    expect(await level('legacy')).toEqual(['Purgeable', 0]);
    expect(await level('guarded')).toEqual(['CustomizedRecoverable', 7]);
    expect(await level('brief')).toEqual(['CustomizedRecoverable+Purgeable', 7]);
  });

  it('should keep the spelling of the first set and find the secret in any other', async () => {
    await emulator.set('CamelCase');
    const { status, body } = await emulator.set('camelcase', 'second');
    expect([status, (body as { id: string }).id]).toEqual([
      200,
      expect.stringContaining('/secrets/CamelCase/'),
    ]);
    const { body: versions } = await emulator.call('GET', '/secrets/CAMELCASE/versions');
    expect((versions as { value: unknown[] }).value).toHaveLength(2);
  });
});

describe('the refusals of a secret', () => {
  const message = async (method: string, path: string, options = {}): Promise<unknown> => {
    const { status, body } = await emulator.call(method, path, options);
    const { error } = body as { error: { code: string; message: string; innererror?: { code: string } } };
    return [status, error.code, error.message, error.innererror?.code];
  };

  it('should name what was not found, with the version if one was asked for', async () => {
    await emulator.set('known');
    const tail =
      ' was not found in this key vault. If you recently deleted this secret you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182';
    expect(await message('GET', '/secrets/unknown')).toEqual([
      404,
      'SecretNotFound',
      `A secret with (name/id) unknown${tail}`,
      undefined,
    ]);
    expect(await message('GET', '/secrets/known/0123')).toEqual([
      404,
      'SecretNotFound',
      `A secret with (name/id) known/0123${tail}`,
      undefined,
    ]);
    expect(await message('GET', '/deletedsecrets/unknown')).toEqual([
      404,
      'SecretNotFound',
      'Deleted Secret not found: unknown',
      undefined,
    ]);
  });

  it('should not hand out a disabled secret, live or deleted, but update, delete, list and recover it', async () => {
    const disabled = [
      403,
      'Forbidden',
      'Operation get is not allowed on a disabled secret.',
      'SecretDisabled',
    ];
    await emulator.set('off', 'v', { attributes: { enabled: false } });
    expect(await message('GET', '/secrets/off')).toEqual(disabled);
    expect((await emulator.call('PATCH', '/secrets/off', { body: { contentType: 'x' } })).status).toBe(200);
    expect((await emulator.call('DELETE', '/secrets/off')).status).toBe(200);
    expect(await message('GET', '/deletedsecrets/off')).toEqual(disabled);
    const { text } = await emulator.call('GET', '/deletedsecrets');
    expect(text).toContain('/deletedsecrets/off"');
    expect((await emulator.call('POST', '/deletedsecrets/off/recover')).body).toMatchObject({
      attributes: { enabled: false },
    });
    expect(await message('GET', '/secrets/off')).toEqual(disabled);
  });

  it('should refuse every purge in a protected vault, until the service purges by itself', async () => {
    await emulator.call('PUT', '/secrets/kept', { body: { value: '1' }, ...at('guarded') });
    await emulator.call('DELETE', '/secrets/kept', at('guarded'));
    expect(await message('DELETE', '/deletedsecrets/kept', at('guarded'))).toEqual([
      403,
      'Forbidden',
      'Operation "purge" is not allowed because purge protection is enabled for this vault. Key Vault service will automatically purge it after the retention period has passed.\r\nVault: guarded;location=emulator',
      undefined,
    ]);
    await emulator.advance(7 * DAY - 1);
    expect((await emulator.call('GET', '/deletedsecrets/kept', at('guarded'))).status).toBe(200);
    await emulator.advance(1);
    expect((await emulator.call('GET', '/deletedsecrets/kept', at('guarded'))).status).toBe(404);
    expect(
      (await emulator.call('PUT', '/secrets/kept', { body: { value: '2' }, ...at('guarded') })).status,
    ).toBe(200);
  });

  it('should delete for good in a vault without soft delete, and refuse what only soft delete has', async () => {
    await emulator.call('PUT', '/secrets/lost', { body: { value: '1' }, ...at('legacy') });
    const { body } = await emulator.call('DELETE', '/secrets/lost', at('legacy'));
    expect(Object.keys(body as object)).toEqual(['id', 'attributes']);
    expect(
      (await emulator.call('PUT', '/secrets/lost', { body: { value: '2' }, ...at('legacy') })).status,
    ).toBe(200);
    for (const [method, path, operation] of [
      ['GET', '/deletedsecrets', 'list'],
      ['GET', '/deletedsecrets/lost', 'get'],
      ['DELETE', '/deletedsecrets/lost', 'purge'],
      ['POST', '/deletedsecrets/lost/recover', 'recover'],
    ] as const) {
      expect(await message(method, path, at('legacy'))).toEqual([
        400,
        'NotSupported',
        `Operation "${operation}" is not enabled for this vault.`,
        undefined,
      ]);
    }
  });
});
