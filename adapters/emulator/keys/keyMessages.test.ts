import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON, type Reply } from '../testing/emulatorUnderTest.ts';

const DAY = 86_400;

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ vaults: [{ name: 'plain', sku: 'standard' }] });
});
afterAll(() => emulator.close());

const create = (name: string, body: object, options = {}): Promise<Reply> =>
  emulator.call('POST', `/keys/${name}/create`, { body, ...options });

const refusal = ({ status, body }: Reply): unknown => {
  const { error } = body as { error: { code: string; message: string; innererror?: { code: string } } };
  return [status, error.code, error.innererror?.code, error.message];
};

const policy = (immutable: boolean): object => ({
  data: Buffer.from('{"version":"1.0.0"}').toString('base64url'),
  immutable,
});

describe('the bundles of a key', () => {
  it('should have the fields of the service in its order, and nothing of the private key', async () => {
    const { text, body } = await create('shapes', {
      kty: 'RSA',
      tags: { colour: 'red' },
      attributes: { nbf: NOON, exp: NOON + DAY },
    });
    const { key } = body as { key: { kid: string; n: string } };
    const version = key.kid.split('/').at(-1);
    const attributes = `{"enabled":true,"nbf":${NOON},"exp":${NOON + DAY},"created":${NOON},"updated":${NOON},"recoveryLevel":"Recoverable+Purgeable","recoverableDays":90,"exportable":false}`;
    const rest = `"key":{"kid":"${emulator.running.url}/keys/shapes/${version}","kty":"RSA","key_ops":["encrypt","decrypt","sign","verify","wrapKey","unwrapKey"],"n":"${key.n}","e":"AQAB"},"attributes":${attributes},"tags":{"colour":"red"}}`;
    expect(version).toMatch(/^[0-9a-f]{32}$/);
    expect(text).toBe(`{${rest}`);
    expect((await emulator.call('GET', '/keys/shapes/')).text).toBe(text);
    const deleted = `{"recoveryId":"${emulator.running.url}/deletedkeys/shapes","deletedDate":${NOON},"scheduledPurgeDate":${NOON + 90 * DAY},${rest}`;
    expect((await emulator.call('DELETE', '/keys/shapes')).text).toBe(deleted);
    expect((await emulator.call('GET', '/deletedkeys/shapes')).text).toBe(deleted);
    expect((await emulator.call('GET', '/deletedkeys')).text).toContain(
      `{"recoveryId":"${emulator.running.url}/deletedkeys/shapes","deletedDate":${NOON},"scheduledPurgeDate":${NOON + 90 * DAY},"kid":"${emulator.running.url}/keys/shapes","attributes":${attributes},"tags":{"colour":"red"}}`,
    );
    expect((await emulator.call('POST', '/deletedkeys/shapes/recover')).text).toBe(text);
  });

  it('should show exportable from api-version 7.3 on', async () => {
    await create('aged', { kty: 'EC' });
    const shown = async (api: string): Promise<string[]> => {
      const { body } = await emulator.call('GET', '/keys/aged', { api });
      return Object.keys((body as { attributes: object }).attributes).slice(3);
    };
    expect(await shown('2015-06-01')).toEqual([]);
    expect(await shown('7.0')).toEqual(['recoveryLevel']);
    expect(await shown('7.2')).toEqual(['recoveryLevel', 'recoverableDays']);
    expect(await shown('7.3')).toEqual(['recoveryLevel', 'recoverableDays', 'exportable']);
  });

  it.each<[object, object]>([
    [
      { kty: 'RSA-HSM', key_size: 3072 },
      { kty: 'RSA-HSM', e: 'AAEAAQ' },
    ],
    [{ kty: 'EC' }, { kty: 'EC', crv: 'P-256', key_ops: ['sign', 'verify'] }],
    [
      { kty: 'EC-HSM', crv: 'P-521' },
      { kty: 'EC-HSM', crv: 'P-521' },
    ],
    [
      { kty: 'EC', crv: 'P-256K' },
      { kty: 'EC', crv: 'P-256K' },
    ],
    [{ kty: 'RSA', key_ops: ['verify', 'sign'] }, { key_ops: ['verify', 'sign'] }],
  ])('should show what %j makes', async (body, key) => {
    const reply = await create(`kind${JSON.stringify(body).length}`, body);
    expect([reply.status, reply.body]).toMatchObject([200, { key }]);
  });

  it('should have a public key of its own in every version', async () => {
    const keys = new Set<string>();
    for (let number = 0; number < 5; number += 1) {
      const { body } = await create('many', { kty: 'RSA' });
      keys.add((body as { key: { n: string } }).key.n);
    }
    expect(keys.size).toBe(5);
    const { body } = await emulator.call('GET', '/keys/many/versions');
    expect((body as { value: unknown[] }).value).toHaveLength(5);
  });
});

describe('the refusals of a key', () => {
  it.each<[string, object]>([
    ['no kind', {}],
    ['a symmetric key', { kty: 'oct-HSM', key_size: 256 }],
    ['an odd size', { kty: 'RSA', key_size: 1024 }],
    ['a size that is text', { kty: 'RSA', key_size: '2048' }],
    ['an unknown curve', { kty: 'EC', crv: 'P-224' }],
    ['an unknown use', { kty: 'RSA', key_ops: ['fly'] }],
    ['uses that are text', { kty: 'RSA', key_ops: 'sign' }],
    ['a long tag', { kty: 'EC', tags: { n: 'v'.repeat(257) } }],
    [
      'a release policy that is no JSON',
      { kty: 'EC-HSM', attributes: { exportable: true }, release_policy: { data: 'e30x' } },
    ],
  ])('should be those of a bad parameter with %s', async (_title, body) => {
    expect(refusal(await create('bad', body))).toEqual([
      400,
      'BadParameter',
      undefined,
      'Property  has invalid value\r\n',
    ]);
  });

  it('should keep hardware keys out of standard vaults', async () => {
    const headers = { host: 'plain.vault.azure.net' };
    for (const kty of ['RSA-HSM', 'EC-HSM']) {
      expect(refusal(await create('hard', { kty }, { headers }))).toEqual([
        403,
        'Forbidden',
        'HardwareKeysNotSupported',
        'Hardware key operation not allowed on standard vault',
      ]);
    }
    expect((await create('soft', { kty: 'RSA' }, { headers })).status).toBe(200);
  });

  it('should tie exportable keys to release policies, and keep immutable ones', async () => {
    const exportable = { kty: 'EC-HSM', attributes: { exportable: true } };
    const message = (reply: Reply): unknown => (refusal(reply) as unknown[])[3];
    expect(message(await create('out', exportable))).toBe(
      'AKV.SKR.1004: Exportable keys must have release policy.',
    );
    expect(message(await create('out', { kty: 'EC', release_policy: policy(false) }))).toBe(
      'AKV.SKR.1005: Non-exportable keys must not have release policy.',
    );
    const made = await create('out', { ...exportable, release_policy: policy(true) });
    expect(made.body).toMatchObject({
      attributes: { exportable: true },
      release_policy: { contentType: 'application/json; charset=utf-8', immutable: true },
    });
    const frozen = 'AKV.SKR.1020: Immutable Key Release Policy cannot be modified.';
    const patch = { body: { release_policy: policy(true) } };
    expect(message(await emulator.call('PATCH', '/keys/out', patch))).toBe(frozen);
    expect(message(await create('out', { ...exportable, release_policy: policy(true) }))).toBe(frozen);
    expect(refusal(await emulator.call('POST', '/keys/out/release', { body: { target: 'x' } }))).toEqual([
      403,
      'Forbidden',
      'AccessDenied',
      'Target environment attestation statement cannot be verified.',
    ]);
  });

  it('should be those of the service for paths that lack something', async () => {
    expect(refusal(await emulator.call('POST', '/keys//create', { body: { kty: 'RSA' } }))).toEqual([
      400,
      'BadParameter',
      undefined,
      'Operation not specified',
    ]);
    expect((refusal(await create('key!@%23$', { kty: 'EC' })) as unknown[])[3]).toBe(
      'The request URI contains an invalid name: key!@#$',
    );
  });

  it('should show a disabled key all the same, live and deleted', async () => {
    await create('off', { kty: 'EC', attributes: { enabled: false } });
    expect((await emulator.call('GET', '/keys/off')).body).toMatchObject({ attributes: { enabled: false } });
    await emulator.call('DELETE', '/keys/off');
    expect((await emulator.call('GET', '/deletedkeys/off')).status).toBe(200);
  });
});
