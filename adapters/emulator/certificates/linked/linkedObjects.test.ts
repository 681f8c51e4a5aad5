import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, type Reply } from '../../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;
let slow: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ vaults: [{ name: 'legacy', softDelete: false }] });
  slow = await EmulatorUnderTest.start({ settle: { mode: 'real', seed: 4 } });
});
afterAll(() => Promise.all([emulator.close(), slow.close()]));

const LEGACY = { headers: { host: 'legacy.vault.azure.net' } };

async function create(name: string, more: object = {}, options: object = {}): Promise<Reply> {
  const policy = { issuer: { name: 'Self' }, x509_props: { subject: 'CN=MyCert' }, ...more };
  return emulator.call('POST', `/certificates/${name}/create`, {
    body: { policy, tags: { a: '1' } },
    ...options,
  });
}

/** Status, inner code and message of a refusal. */
const refusal = ({ status, body }: Reply): unknown[] => {
  const { error } = body as { error: { message: string; innererror?: { code: string } } };
  return [status, error.innererror?.code, error.message];
};

/** Status and inner code of a refusal. */
const codes = (reply: Reply): unknown[] => refusal(reply).slice(0, 2);

describe('the key and the secret of a certificate', () => {
  it('should have its name, version, dates and tags, and be marked as managed', async () => {
    await create('pair');
    const { body } = await emulator.call('GET', '/certificates/pair');
    const { kid, sid, attributes } = body as { kid: string; sid: string; attributes: object };
    const key = await emulator.call('GET', '/keys/pair');
    const secret = await emulator.call('GET', '/secrets/pair');
    expect(Object.keys(key.body as object)).toEqual(['key', 'attributes', 'tags', 'managed']);
    expect(key.body).toMatchObject({
      key: { kid, key_ops: ['sign', 'verify', 'wrapKey', 'unwrapKey'] },
      attributes,
      tags: { a: '1' },
      managed: true,
    });
    expect(Object.keys(secret.body as object)).toEqual([
      'value',
      'contentType',
      'id',
      'managed',
      'attributes',
      'tags',
      'kid',
    ]);
    expect(secret.body).toMatchObject({
      id: sid,
      contentType: 'application/x-pkcs12',
      attributes,
      managed: true,
      kid,
    });
    const listed = await emulator.call('GET', '/keys');
    expect((listed.body as { value: object[] }).value).toContainEqual(
      expect.objectContaining({ kid: `${emulator.running.url}/keys/pair`, managed: true }),
    );
  });

  it('should hold the certificate with its private key, as PKCS#12 or as PEM', async () => {
    await create('pfx');
    await create('pem', {
      secret_props: { contentType: 'application/x-pem-file' },
      key_props: { kty: 'EC' },
    });
    await create('closed', {
      secret_props: { contentType: 'application/x-pem-file' },
      key_props: { exportable: false },
    });
    const value = async (name: string): Promise<string> =>
      ((await emulator.call('GET', `/secrets/${name}`)).body as { value: string }).value;
    const pfx = Buffer.from(await value('pfx'), 'base64');
    expect(() => createSecureContext({ pfx, passphrase: '' })).not.toThrow();
    const pem = await value('pem');
    const { body } = await emulator.call('GET', '/certificates/pem');
    const certificate = new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE')));
    expect(certificate.raw.toString('base64')).toBe((body as { cer: string }).cer);
    expect(certificate.checkPrivateKey(createPrivateKey(pem))).toBe(true);
    expect(await value('closed')).not.toContain('PRIVATE KEY');
  });

  it('should follow the certificate when it is updated', async () => {
    await create('followed');
    await emulator.advance(5);
    const body = { attributes: { enabled: false, exp: 1 }, tags: { b: '2' } };
    const { body: updated } = await emulator.call('PATCH', '/certificates/followed', { body });
    const { attributes } = updated as { attributes: object };
    expect(attributes).toMatchObject({ enabled: false });
    expect(attributes).not.toMatchObject({ exp: 1 });
    expect((await emulator.call('GET', '/keys/followed')).body).toMatchObject({
      attributes,
      tags: { b: '2' },
    });
    expect((await emulator.call('GET', '/secrets/followed')).status).toBe(403);
  });

  it('should refuse to be changed by themselves, in the words of the service', async () => {
    await create('guarded');
    const secretMessage = (operation: string): string =>
      `Operation "${operation}" is not allowed on this secret, since it is associated with a certificate. Perform the operation on the corresponding certificate. For more information refer to https://docs.microsoft.com/en-us/azure/key-vault/certificates/about-certificates#composition-of-a-certificate`;
    const keyMessage = (operation: string): string =>
      `Operation "${operation}" is not allowed as this object's lifetime is managed by Key Vault.`;
    const calls: readonly (readonly [string, string, unknown, string])[] = [
      ['PUT', '/secrets/guarded', { value: 'x' }, 'set'],
      ['PATCH', '/secrets/guarded', {}, 'update'],
      ['DELETE', '/secrets/guarded', undefined, 'delete'],
      ['POST', '/secrets/guarded/backup', undefined, 'backup'],
      ['POST', '/keys/guarded/create', { kty: 'EC' }, 'create'],
      ['PATCH', '/keys/guarded', {}, 'update'],
      ['DELETE', '/keys/guarded', undefined, 'delete'],
      ['POST', '/keys/guarded/rotate', undefined, 'rotate'],
    ];
    for (const [method, path, body, operation] of calls) {
      const secret = path.startsWith('/secrets');
      expect(refusal(await emulator.call(method, path, { body })), `${method} ${path}`).toEqual([
        403,
        secret ? 'SecretManagedByKeyVault' : 'KeyManagedByKeyVault',
        (secret ? secretMessage : keyMessage)(operation),
      ]);
    }
    const digest = Buffer.alloc(32).toString('base64url');
    const sign = { body: { alg: 'RS256', value: digest } };
    expect((await emulator.call('POST', '/keys/guarded/sign', sign)).status).toBe(200);
  });

  it('should be deleted, recovered and purged with it, hidden in the lists of what is deleted, but readable', async () => {
    await create('together');
    const { body: before } = await emulator.call('GET', '/keys/together');
    const { body: deleted } = await emulator.call('DELETE', '/certificates/together');
    const { deletedDate, scheduledPurgeDate } = deleted as Record<string, number>;
    for (const collection of ['keys', 'secrets']) {
      expect((await emulator.call('GET', `/${collection}/together`)).status).toBe(404);
      expect((await emulator.call('GET', `/deleted${collection}`)).text).not.toContain('together');
      expect(await emulator.call('GET', `/deleted${collection}/together`)).toMatchObject({
        status: 200,
        body: { managed: true, deletedDate, scheduledPurgeDate },
      });
      expect((await emulator.call('POST', `/deleted${collection}/together/recover`)).status).toBe(403);
      expect((await emulator.call('DELETE', `/deleted${collection}/together`)).status).toBe(403);
    }
    await emulator.call('POST', '/deletedcertificates/together/recover');
    expect((await emulator.call('GET', '/keys/together')).body).toEqual(before);
    await emulator.call('DELETE', '/certificates/together');
    await emulator.call('DELETE', '/deletedcertificates/together');
    for (const collection of ['keys', 'secrets']) {
      expect((await emulator.call('GET', `/deleted${collection}/together`)).status).toBe(404);
    }
    expect((await emulator.set('together')).status).toBe(200);
    expect((await emulator.call('POST', '/keys/together/create', { body: { kty: 'EC' } })).status).toBe(200);
  });

  it('should go at the same instants as it where that takes time', async () => {
    const body = { policy: { issuer: { name: 'Unknown' }, x509_props: { subject: 'CN=MyCert' } } };
    await slow.call('POST', '/certificates/slow/create', { body });
    await slow.call('DELETE', '/certificates/slow');
    const statuses = async (): Promise<number[]> =>
      Promise.all(
        ['certificates', 'keys'].map(async (each) => (await slow.call('GET', `/deleted${each}/slow`)).status),
      );
    for (let second = 0; second < 150; second += 1) {
      const [certificate, key] = await statuses();
      expect(key).toBe(certificate);
      if (certificate === 200) return;
      await slow.advance(1);
    }
    expect.unreachable();
  });

  it('should be gone with a certificate in a vault without soft delete', async () => {
    await create('lost', {}, LEGACY);
    expect((await emulator.call('DELETE', '/certificates/lost', LEGACY)).status).toBe(200);
    for (const collection of ['keys', 'secrets']) {
      expect((await emulator.call('GET', `/${collection}/lost`, LEGACY)).status).toBe(404);
    }
  });
});

describe('the name of a certificate', () => {
  it('should not be that of a key or a secret, live or deleted', async () => {
    await emulator.set('taken-secret');
    await emulator.call('POST', '/keys/taken-key/create', { body: { kty: 'EC' } });
    for (const name of ['taken-secret', 'taken-key']) {
      expect(await create(name)).toMatchObject({ status: 409, body: { error: { code: 'Conflict' } } });
    }
    await emulator.call('DELETE', '/secrets/taken-secret');
    await emulator.call('DELETE', '/keys/taken-key');
    for (const name of ['taken-secret', 'taken-key']) {
      expect(codes(await create(name))).toEqual([409, 'ObjectIsDeletedButRecoverable']);
    }
    await emulator.call('DELETE', '/deletedsecrets/taken-secret');
    expect((await create('taken-secret')).status).toBe(202);
  });

  it('should keep keys and secrets from being made while the certificate is deleted', async () => {
    await create('held');
    await emulator.call('DELETE', '/certificates/held');
    expect(codes(await emulator.set('held'))).toEqual([409, 'ObjectIsDeletedButRecoverable']);
    const body = { kty: 'EC' };
    expect(codes(await emulator.call('POST', '/keys/held/create', { body }))).toEqual([
      409,
      'ObjectIsDeletedButRecoverable',
    ]);
  });

  it('should be free of all three when a backup is restored', async () => {
    await create('backed');
    const { body } = await emulator.call('POST', '/certificates/backed/backup');
    const latest = await emulator.call('GET', '/certificates/backed');
    const secret = await emulator.call('GET', '/secrets/backed');
    await emulator.call('DELETE', '/certificates/backed');
    await emulator.call('DELETE', '/deletedcertificates/backed');
    await emulator.set('backed');
    const restore = (): Promise<Reply> => emulator.call('POST', '/certificates/restore', { body });
    expect(await restore()).toMatchObject({
      status: 409,
      body: {
        error: { message: expect.stringMatching(/^There was a conflict restoring the certificate '/) },
      },
    });
    await emulator.call('DELETE', '/secrets/backed');
    await emulator.call('DELETE', '/deletedsecrets/backed');
    const { pending: _, ...bundle } = latest.body as { pending: object };
    expect(await restore()).toMatchObject({ status: 200, body: bundle });
    expect((await emulator.call('GET', '/secrets/backed')).body).toEqual(secret.body);
    expect((await emulator.call('GET', '/certificates/backed')).body).not.toHaveProperty('pending');
  });
});
