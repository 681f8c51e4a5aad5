import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON, type Reply } from '../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
});
afterAll(() => emulator.close());

const TEXT = Buffer.from('some plain text').toString('base64url');
const DIGEST = createHash('sha256').update('signed').digest('base64url');

const create = (name: string, body: object): Promise<Reply> =>
  emulator.call('POST', `/keys/${name}/create`, { body });

const use = (name: string, operation: string, body: object): Promise<Reply> =>
  emulator.call('POST', `/keys/${name}/${operation}`, { body });

const resultOf = ({ body }: Reply): unknown => (body as { value: unknown }).value;

/** Status and inner code of every use of a key, in a fixed order. */
async function uses(name: string): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  const note = (operation: string, { status, body }: Reply): void => {
    const { error } = body as { error?: { innererror?: { code: string } } };
    outcomes[operation] = [status, error?.innererror?.code].filter((part) => part !== undefined).join(' ');
  };
  for (const operation of ['encrypt', 'wrapkey', 'decrypt', 'unwrapkey']) {
    note(operation, await use(name, operation, { alg: 'RSA-OAEP', value: sealed }));
  }
  note('sign', await use(name, 'sign', { alg: 'RS256', value: DIGEST }));
  note('verify', await use(name, 'verify', { alg: 'RS256', digest: DIGEST, value: 'AAAA' }));
  return outcomes;
}

let sealed = TEXT;

describe('the use of a key', () => {
  it.each(['RSA1_5', 'RSA-OAEP', 'RSA-OAEP-256'])(
    'should encrypt and wrap with %s, and get back what it was',
    async (alg) => {
      await create('cipher', { kty: 'RSA' });
      for (const [there, back] of [
        ['encrypt', 'decrypt'],
        ['wrapkey', 'unwrapkey'],
      ] as const) {
        const cipher = await use('cipher', there, { alg, value: TEXT });
        expect([cipher.status, Object.keys(cipher.body as object)]).toEqual([200, ['kid', 'value']]);
        const plain = await use('cipher', back, { alg, value: resultOf(cipher) });
        expect(resultOf(plain)).toBe(TEXT);
      }
    },
  );

  it('should be of the version in the path, or of the latest', async () => {
    const { body } = await create('turned', { kty: 'RSA' });
    const version = (body as { key: { kid: string } }).key.kid.split('/').at(-1) ?? '';
    const cipher = resultOf(await use('turned', 'encrypt', { alg: 'RSA-OAEP', value: TEXT }));
    await create('turned', { kty: 'RSA' });
    const decrypt = { alg: 'RSA-OAEP', value: cipher };
    expect((await use('turned', 'decrypt', decrypt)).status).toBe(400);
    expect(resultOf(await use(`turned/${version}`, 'decrypt', decrypt))).toBe(TEXT);
    expect((await use('turned/0123', 'decrypt', decrypt)).status).toBe(404);
    await emulator.call('DELETE', '/keys/turned');
    expect((await use(`turned/${version}`, 'decrypt', decrypt)).status).toBe(404);
  });

  it('should verify what it signed and nothing else', async () => {
    await create('signer', { kty: 'EC', crv: 'P-256K' });
    const signature = resultOf(await use('signer', 'sign', { alg: 'ES256K', value: DIGEST }));
    const verify = (digest: string): Promise<Reply> =>
      use('signer', 'verify', { alg: 'ES256K', digest, value: signature });
    expect((await verify(DIGEST)).body).toEqual({ value: true });
    expect((await verify(createHash('sha256').update('other').digest('base64url'))).body).toEqual({
      value: false,
    });
  });

  it('should be refused where the key is not meant for it', async () => {
    await create('narrow', { kty: 'RSA', key_ops: ['verify', 'encrypt'] });
    const outcomes = await uses('narrow');
    expect(outcomes).toEqual({
      encrypt: '200',
      verify: '200',
      wrapkey: '403 KeyOperationForbidden',
      decrypt: '403 KeyOperationForbidden',
      unwrapkey: '403 KeyOperationForbidden',
      sign: '403 KeyOperationForbidden',
    });
  });

  it('should be refused to a disabled key only for what needs its private part', async () => {
    await create('disabled', { kty: 'RSA' });
    sealed = String(resultOf(await use('disabled', 'encrypt', { alg: 'RSA-OAEP', value: TEXT })));
    await emulator.call('PATCH', '/keys/disabled', { body: { attributes: { enabled: false } } });
    expect(await uses('disabled')).toEqual({
      encrypt: '400',
      wrapkey: '400',
      verify: '200',
      decrypt: '403 KeyDisabled',
      unwrapkey: '403 KeyDisabled',
      sign: '403 KeyDisabled',
    });
  });

  it('should be refused outside of its dates for what protects something new', async () => {
    await create('dated', { kty: 'RSA' });
    sealed = String(resultOf(await use('dated', 'encrypt', { alg: 'RSA-OAEP', value: TEXT })));
    const outcomes = (code: string): object => ({
      encrypt: `403 ${code}`,
      wrapkey: `403 ${code}`,
      sign: `403 ${code}`,
      decrypt: '200',
      unwrapkey: '200',
      verify: '200',
    });
    await emulator.call('PATCH', '/keys/dated', { body: { attributes: { nbf: NOON + 1, exp: NOON + 2 } } });
    expect(await uses('dated')).toEqual(outcomes('KeyNotYetValid'));
    await emulator.advance(1);
    expect((await use('dated', 'sign', { alg: 'RS256', value: DIGEST })).status).toBe(200);
    await emulator.advance(1);
    expect(await uses('dated')).toEqual(outcomes('KeyExpired'));
  });

  it.each<[string, string, object]>([
    ['no algorithm', 'sign', { value: DIGEST }],
    ['an unknown algorithm', 'sign', { alg: 'HS256', value: DIGEST }],
    ['an algorithm of another kind of key', 'sign', { alg: 'ES256', value: DIGEST }],
    ['a digest of another length', 'sign', { alg: 'RS512', value: DIGEST }],
    ['no value', 'encrypt', { alg: 'RSA-OAEP' }],
    ['a value that is no base64url', 'encrypt', { alg: 'RSA-OAEP', value: '!' }],
    ['a value that is too long', 'encrypt', { alg: 'RSA-OAEP', value: 'A'.repeat(400) }],
    ['nothing to decrypt', 'decrypt', { alg: 'RSA-OAEP', value: TEXT }],
  ])('should be refused with %s', async (_title, operation, body) => {
    await create('strict', { kty: 'RSA' });
    expect(await use('strict', operation, body)).toMatchObject({
      status: 400,
      body: { error: { code: 'BadParameter' } },
    });
  });
});

describe('the import of a key', () => {
  const { n: _n, ...noModulus } = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['an empty key', {}],
    ['a public key', { kty: 'RSA', n: 'AQAB', e: 'AQAB' }],
    ['half a key', noModulus],
    ['text', 'key'],
    ['a symmetric key', { kty: 'oct', k: 'AQAB' }],
  ])('should be refused with %s', async (_title, key) => {
    const { status, body } = await emulator.call('PUT', '/keys/imported', { body: { key } });
    expect([status, body]).toEqual([
      400,
      { error: { code: 'BadParameter', message: 'The property "key" must be a valid JsonWebKey object.' } },
    ]);
  });

  it('should take a private key on any curve, software or HSM, and use it', async () => {
    const { generateKeyPairSync } = await import('node:crypto');
    const jwk = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ format: 'jwk' });
    const digest = createHash('sha384').update('x').digest('base64url');
    const { status, body } = await emulator.call('PUT', '/keys/brought', {
      body: { key: { ...jwk, key_ops: ['sign'] }, Hsm: true, tags: { from: 'home' } },
    });
    expect([status, body]).toMatchObject([
      200,
      { key: { kty: 'EC-HSM', crv: 'P-384', x: jwk.x, key_ops: ['sign'] }, tags: { from: 'home' } },
    ]);
    expect((await use('brought', 'sign', { alg: 'ES384', value: digest })).status).toBe(200);
  });
});
