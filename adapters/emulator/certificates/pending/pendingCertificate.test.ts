import 'reflect-metadata';
import { Pkcs10CertificateRequest, X509CertificateGenerator } from '@peculiar/x509';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, type Reply } from '../../testing/emulatorUnderTest.ts';
import { makeTestCertificate } from '../../testing/testCertificates.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ settle: { mode: 'real', seed: 3 } });
});
afterAll(() => emulator.close());

/** Longer than anything takes. */
const SETTLED = 150;

const create = (name: string, issuer = 'Self'): Promise<Reply> =>
  emulator.call('POST', `/certificates/${name}/create`, {
    body: { policy: { issuer: { name: issuer }, x509_props: { subject: 'CN=MyCert' } } },
  });

const statusOf = async (name: string): Promise<unknown> => {
  const { status, body } = await emulator.call('GET', `/certificates/${name}/pending`);
  return status === 200 ? (body as { status: string }).status : status;
};

const cancel = (name: string, requested = true): Promise<Reply> =>
  emulator.call('PATCH', `/certificates/${name}/pending`, { body: { cancellation_requested: requested } });

/** Signs what a certificate's request asks for, as an authority would. */
async function signRequest(csr: string): Promise<string> {
  const request = new Pkcs10CertificateRequest(Buffer.from(csr, 'base64'));
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.create({
    subject: request.subject,
    issuer: 'CN=Authority',
    publicKey: await request.publicKey.export(),
    signingKey: keys.privateKey,
    signingAlgorithm: algorithm,
    notBefore: new Date('2025-01-01T00:00:00Z'),
    notAfter: new Date('2026-01-01T00:00:00Z'),
  });
  return Buffer.from(certificate.rawData).toString('base64');
}

const merge = (name: string, x5c: unknown, more: object = {}): Promise<Reply> =>
  emulator.call('POST', `/certificates/${name}/pending/merge`, { body: { x5c, ...more } });

describe('a certificate that is being made', () => {
  it('should be there, disabled and without certificate, until it is issued under another version', async () => {
    await create('slow');
    const before = await emulator.call('GET', '/certificates/slow');
    expect(Object.keys(before.body as object)).toEqual(['id', 'attributes', 'policy', 'pending']);
    expect(before.body).toMatchObject({ attributes: { enabled: false } });
    expect(await statusOf('slow')).toBe('inProgress');
    expect(await emulator.call('GET', '/secrets/slow')).toMatchObject({
      status: 403,
      body: { error: { innererror: { code: 'SecretDisabled' } } },
    });
    await emulator.advance(SETTLED);
    expect(await statusOf('slow')).toBe('completed');
    const after = await emulator.call('GET', '/certificates/slow');
    expect((after.body as { id: string }).id).not.toBe((before.body as { id: string }).id);
    expect(after.body).toMatchObject({ attributes: { enabled: true }, cer: expect.any(String) });
    const { body } = await emulator.call('GET', '/keys/slow/versions');
    expect((body as { value: unknown[] }).value).toHaveLength(1);
  });

  it('should have no version in a list before it is issued, and then one', async () => {
    await create('unlisted');
    const count = async (): Promise<number> => {
      const { body } = await emulator.call('GET', '/certificates/unlisted/versions');
      return (body as { value: unknown[] }).value.length;
    };
    expect(await count()).toBe(0);
    await emulator.advance(SETTLED);
    expect(await count()).toBe(1);
  });

  it('should be in lists only if they are asked to include it', async () => {
    await create('hidden', 'Unknown');
    const listed = async (path: string): Promise<boolean> =>
      (await emulator.call('GET', path)).text.includes('/certificates/hidden"');
    expect(await listed('/certificates')).toBe(false);
    expect(await listed('/certificates?includePending=false')).toBe(false);
    expect(await listed('/certificates?includePending=true')).toBe(true);
    await emulator.call('DELETE', '/certificates/hidden');
    await emulator.advance(SETTLED);
    expect(await listed('/deletedcertificates')).toBe(false);
    expect(await listed('/deletedcertificates?includePending=true')).toBe(true);
  });

  it('should let nothing else be made or imported under its name meanwhile', async () => {
    await create('busy', 'Unknown');
    const { pem } = await makeTestCertificate();
    const message =
      "A new key vault certificate can not be created or imported while a pending key vault certificate's status is inProgress.";
    const conflict = { status: 409, body: { error: { code: 'Conflict', message } } };
    expect(await create('busy')).toMatchObject(conflict);
    const value = { body: { value: pem } };
    expect(await emulator.call('POST', '/certificates/busy/import', value)).toMatchObject(conflict);
  });

  it('should be cancelled on request, after a while, and then be free to be made again', async () => {
    for (const issuer of ['Self', 'Unknown']) {
      const name = `cancelled-${issuer}`;
      await create(name, issuer);
      expect(await cancel(name)).toMatchObject({
        status: 200,
        body: { cancellation_requested: true, status: 'inProgress' },
      });
      await emulator.advance(SETTLED);
      const { body } = await emulator.call('GET', `/certificates/${name}/pending`);
      expect(body).toMatchObject({ status: 'cancelled', cancellation_requested: true });
      expect(Object.keys(body as object)).not.toContain('status_details');
      expect((await cancel(name)).status).toBe(400);
      expect((await emulator.call('GET', `/certificates/${name}`)).body).toMatchObject({
        attributes: { enabled: false },
      });
      expect((await create(name)).status).toBe(202);
    }
  });

  it('should be issued all the same when the request to cancel was taken back', async () => {
    await create('kept');
    await cancel('kept');
    expect((await cancel('kept', false)).body).toMatchObject({ cancellation_requested: false });
    await emulator.advance(SETTLED);
    expect(await statusOf('kept')).toBe('completed');
  });

  it('should stay as it is when its making is deleted, and be findable no more as pending', async () => {
    await create('forgotten');
    expect((await emulator.call('DELETE', '/certificates/forgotten/pending')).body).toMatchObject({
      status: 'inProgress',
    });
    await emulator.advance(SETTLED);
    for (const [method, body] of [
      ['GET', undefined],
      ['PATCH', { cancellation_requested: true }],
      ['DELETE', undefined],
    ] as const) {
      expect(await emulator.call(method, '/certificates/forgotten/pending', { body })).toMatchObject({
        status: 404,
        body: {
          error: { code: 'PendingCertificateNotFound', message: 'Pending certificate not found: forgotten' },
        },
      });
    }
    const { body } = await emulator.call('GET', '/certificates/forgotten');
    expect(Object.keys(body as object)).toEqual(['id', 'attributes', 'policy']);
  });

  it('should be what it was when it is deleted and recovered meanwhile', async () => {
    await create('interrupted');
    const { body: before } = await emulator.call('GET', '/certificates/interrupted');
    await emulator.call('DELETE', '/certificates/interrupted');
    await emulator.advance(SETTLED);
    expect((await emulator.call('GET', '/deletedcertificates/interrupted')).body).toMatchObject(
      before as object,
    );
    expect((await emulator.call('POST', '/deletedcertificates/interrupted/recover')).body).toEqual(before);
    await emulator.advance(SETTLED);
    expect((await emulator.call('GET', '/certificates/interrupted')).body).toEqual(before);
    expect(await statusOf('interrupted')).toBe('inProgress');
  });

  it('should be issued by an issuer of the vault only if its provider is Test', async () => {
    for (const provider of ['Test', 'DigiCert']) {
      await emulator.call('PUT', `/certificates/issuers/by${provider}`, { body: { provider } });
      await create(`from${provider}`, `by${provider}`);
    }
    await emulator.advance(SETTLED);
    expect([await statusOf('fromTest'), await statusOf('fromDigiCert')]).toEqual(['completed', 'inProgress']);
    expect(await merge('fromDigiCert', ['AAAA'])).toMatchObject({
      status: 403,
      body: { error: { code: 'Forbidden' } },
    });
  });
});

describe('the merge of a certificate', () => {
  it('should complete what was asked of an unknown issuer', async () => {
    const made = await create('merged', 'Unknown');
    expect(made.body).toMatchObject({
      status_details: 'Pending certificate created. Please Perform Merge to complete the request.',
    });
    const der = await signRequest((made.body as { csr: string }).csr);
    const merged = await merge('merged', [der], { tags: { by: 'authority' } });
    expect([merged.status, merged.body]).toMatchObject([
      201,
      {
        cer: der,
        attributes: { enabled: true, nbf: 1_735_689_600, exp: 1_767_225_600 },
        tags: { by: 'authority' },
        policy: {
          issuer: { name: 'Unknown' },
          lifetime_actions: [{ action: { action_type: 'EmailContacts' } }],
        },
        pending: { id: `${emulator.running.url}/certificates/merged/pending` },
      },
    ]);
    expect(merged.headers.location).toBe((merged.body as { id: string }).id);
    expect(await statusOf('merged')).toBe('completed');
    expect((await merge('merged', [der])).status).toBe(400);
    expect((await emulator.call('GET', '/secrets/merged')).status).toBe(200);
  });

  it('should be refused for another key and for what is no certificate', async () => {
    await create('strict', 'Unknown');
    const { der } = await makeTestCertificate('RSA');
    const refused = async (x5c: unknown): Promise<unknown> => {
      const { status, body } = await merge('strict', x5c);
      return [status, (body as { error: { code: string; message: string } }).error.message];
    };
    expect(await refused([der])).toEqual([
      400,
      'The public key of the end-entity certificate in the specified X.509 certificate content does not match the public part of the specified private key. Please check if certificate is valid.',
    ]);
    expect(await refused(['AAAA'])).toEqual([
      400,
      'Certificate can not be read. Please check if certificate is valid.',
    ]);
    expect(await refused([])).toEqual([400, 'The parameter x5c is not specified.']);
    expect(await statusOf('strict')).toBe('inProgress');
  });
});
