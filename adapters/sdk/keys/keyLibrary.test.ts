import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LibraryUnderTest, libraryUnderTest, wire } from '../testing/libraryUnderTest.ts';

const EC = { kty: 'EC', crv: 'P-256' };
const DIGEST = Buffer.alloc(32, 7).toString('base64url');

let library: LibraryUnderTest;

beforeAll(async () => {
  library = await libraryUnderTest('key');
});

afterAll(() => library.close());

describe('the client library of keys, against the embedded emulator', () => {
  it('should create a key with everything that a caller may say', async () => {
    const input = { ...EC, key_ops: ['sign'], enabled: true, exp: 1_900_000_000, tags: { a: 'b' } };
    const created = await library.call('create', 'full', { input });
    expect(created.answer).toMatchObject({ status: 200, object: { name: 'full', fields: input } });
    expect(created.client).toEqual({
      library: '@azure/keyvault-keys',
      outcome: expect.stringMatching(/^createKey: full, version \w+$/),
    });
  });

  it('should import a key, and show the wire without its private part', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = privateKey.export({ format: 'jwk' });
    const imported = await library.call('import', 'imported', { input: { key: { ...key } } });
    expect(imported.answer).toMatchObject({ status: 200, object: { fields: { x: key.x } } });
    expect(imported.client?.outcome).toMatch(/^importKey: imported/);
    expect(JSON.stringify([imported.request, imported.reply, imported.client])).not.toContain(key.d);
  });

  it('should make each call about a live key', async () => {
    const { answer } = await library.call('create', 'live', { input: EC });
    const version = 'object' in answer ? answer.object?.version : undefined;
    const ROTATION = {
      lifetimeActions: [{ trigger: { timeAfterCreate: 'P90D' }, action: { type: 'Rotate' } }],
      expiryTime: 'P2Y',
    };
    const calls = [
      await library.call('update', 'live', { version, input: { tags: { a: 'b' } } }),
      await library.call('get', 'live', { version }),
      await library.call('updateRotationPolicy', 'live', { input: ROTATION }),
      await library.call('getRotationPolicy', 'live'),
      await library.call('rotate', 'live'),
      await library.call('listVersions', 'live', { maxResults: 1 }),
      await library.send({ op: 'list', kind: 'key', vault: 'v' }),
    ];
    expect(calls.map((call) => wire(call).join())).toEqual([
      'update 200',
      'get 200',
      'updateRotationPolicy 200',
      'getRotationPolicy 200',
      'rotate 200',
      'listVersions 200',
      'list 200',
    ]);
    expect(calls.map(({ client }) => client?.overRest)).toEqual(calls.map(() => undefined));
  });

  it('should show that it looks at a key before it uses it', async () => {
    await library.call('create', 'used', { input: EC });
    const use = { use: 'sign', input: { alg: 'ES256', value: DIGEST } };
    const signed = await library.call('use', 'used', use);
    expect([wire(signed), signed.client?.outcome]).toEqual([['get 200', 'use 200'], 'sign: 64 bytes']);
  });

  it('should ask over REST what it refuses or does by itself', async () => {
    await library.call('create', 'verifies', { input: { ...EC, key_ops: ['verify'] } });
    const use = { use: 'sign', input: { alg: 'ES256', value: DIGEST } };
    const refused = await library.call('use', 'verifies', use);
    expect(wire(refused)).toEqual(['get 200', 'use 403']);
    expect(refused.client?.outcome).toMatch(/^sent over REST instead: it ended without .* \(Error thrown\)$/);
    await library.call('create', 'rsa', { input: { kty: 'RSA', key_size: 2048 } });
    const wrapping = { use: 'wrapKey', input: { alg: 'RSA-OAEP', value: DIGEST } };
    const wrapped = await library.call('use', 'rsa', wrapping);
    expect(wire(wrapped)).toEqual(['get 200', 'use 200']);
    expect(wrapped.client?.outcome).toMatch(/^sent over REST instead: it ended .* \(wrapKey: 256 bytes\)$/);
  });

  it('should delete, look, recover, purge and restore, with what its pollers look at', async () => {
    await library.call('create', 'goes', { input: EC });
    const backup = await library.call('backup', 'goes');
    expect(wire(await library.call('recover', 'goes'))).toEqual(['get 200', 'recover 404']);
    const deleted = await library.call('delete', 'goes');
    expect([wire(deleted), deleted.client?.poller]).toEqual([['delete 200', 'getDeleted 200'], 'done']);
    expect(wire(await library.call('getDeleted', 'goes'))).toEqual(['getDeleted 200']);
    expect(wire(await library.call('recover', 'goes'))).toEqual(['get 404', 'recover 200', 'get 200']);
    await library.call('delete', 'goes');
    expect(wire(await library.call('purge', 'goes'))).toEqual(['purge 204']);
    const blob = ('blob' in backup.answer && backup.answer.blob) || '';
    const restored = await library.send({ op: 'restore', kind: 'key', vault: 'v', blob });
    expect(restored.client?.outcome).toMatch(/^restoreKeyBackup: goes/);
  });

  it.each<[string, object, string]>([
    ['no type', { input: { key_size: 2048 } }, 'it always sends a key type'],
    ['no body', { input: {}, broken: 'no-body' }, 'it always sends a whole body'],
    ['a date past 32 bits', { input: { ...EC, exp: 4_000_000_000 } }, 'it sends attributes otherwise'],
    ['a field of its own', { input: { ...EC, colour: 'blue' } }, 'it sends no colour'],
  ])('should send over REST, and once, what it has no words for: %s', async (what, more, why) => {
    const name = what.replaceAll(' ', '-');
    const created = await library.call('create', name, more);
    expect(created.client).toMatchObject({ outcome: `sent over REST instead: ${why}`, overRest: true });
    const { answer } = await library.call('listVersions', name);
    const made = 'status' in created.answer && created.answer.status === 200 ? 1 : 0;
    expect('page' in answer && answer.page?.items).toHaveLength(made);
  });
});
