import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, type Reply } from '../../testing/emulatorUnderTest.ts';
import { makeTestCertificate, type TestCertificate } from '../../testing/testCertificates.ts';

let emulator: EmulatorUnderTest;
let rsa: TestCertificate;
let ec: TestCertificate;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
  rsa = await makeTestCertificate('RSA');
  ec = await makeTestCertificate('EC');
});
afterAll(() => emulator.close());

const load = (name: string, body: object): Promise<Reply> =>
  emulator.call('POST', `/certificates/${name}/import`, { body });

/** PKCS#12 as other tools write it. */
function pkcs12(
  { keyPem, certificatePem }: TestCertificate,
  password: string,
  algorithm: '3des' | 'aes256',
): string {
  const file = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(keyPem),
    forge.pki.certificateFromPem(certificatePem),
    password,
    { algorithm },
  );
  return forge.util.encode64(forge.asn1.toDer(file).getBytes());
}

const message = ({ status, body }: Reply): unknown => [
  status,
  (body as { error: { message: string } }).error.message,
];

describe('the import of a certificate', () => {
  it.each(['3des', 'aes256'] as const)(
    'should take PKCS#12 sealed with a password and %s',
    async (algorithm) => {
      const value = pkcs12(rsa, 'secret', algorithm);
      const { status, body } = await load(`pfx-${algorithm}`, { value, pwd: 'secret' });
      expect([status, (body as { cer: string }).cer]).toEqual([200, rsa.der]);
      expect(message(await load('wrong', { value, pwd: 'other' }))).toEqual([
        400,
        'The specified PKCS#12 X.509 certificate content can not be read. Please check if certificate is in valid PKCS#12 format.',
      ]);
    },
  );

  it('should take PEM as it is or in base64, and say of it what the certificate says', async () => {
    for (const value of [ec.pem, Buffer.from(ec.pem).toString('base64')]) {
      const { status, body } = await load('pem', {
        value,
        policy: { secret_props: { contentType: 'application/x-pem-file' } },
        tags: { from: 'home' },
      });
      expect(status).toBe(200);
      expect(Object.keys(body as object)).toEqual([
        'id',
        'kid',
        'sid',
        'x5t',
        'cer',
        'attributes',
        'tags',
        'policy',
      ]);
      expect(body).toMatchObject({
        cer: ec.der,
        attributes: { enabled: true, nbf: 1_735_689_600, exp: 1_767_139_200 },
        policy: {
          key_props: { exportable: true, kty: 'EC', key_size: 256, reuse_key: false, crv: 'P-256' },
          secret_props: { contentType: 'application/x-pem-file' },
          x509_props: {
            subject: 'CN=test.example, O=Example, S=Some-State, C=US',
            sans: { emails: [], dns_names: ['test.example'], upns: [] },
            ekus: ['1.3.6.1.5.5.7.3.1'],
            key_usage: ['digitalSignature', 'keyEncipherment'],
            validity_months: 12,
            basic_constraints: { ca: false },
          },
          lifetime_actions: [
            { trigger: { lifetime_percentage: 80 }, action: { action_type: 'EmailContacts' } },
          ],
          issuer: { name: 'Unknown' },
        },
      });
    }
  });

  it('should read back what the emulator itself hands out as secret', async () => {
    await load('source', { value: rsa.pem });
    const { body } = await emulator.call('GET', '/secrets/source');
    const { value } = body as { value: string };
    const copied = await load('copy', {
      value,
      policy: { secret_props: { contentType: 'application/x-pem-file' } },
    });
    expect(copied.body).toMatchObject({ cer: rsa.der });
    await emulator.call('POST', '/certificates/curve/create', {
      body: {
        policy: { issuer: { name: 'Self' }, key_props: { kty: 'EC' }, x509_props: { subject: 'CN=a' } },
      },
    });
    const curve = await emulator.call('GET', '/secrets/curve');
    expect((await load('curve-copy', { value: (curve.body as { value: string }).value })).body).toMatchObject(
      {
        policy: {
          key_props: { kty: 'EC', crv: 'P-256' },
          secret_props: { contentType: 'application/x-pkcs12' },
        },
      },
    );
  });

  it('should add a version, with the key and the secret of it', async () => {
    await load('twice', { value: ec.pem });
    await emulator.advance(1);
    const { body } = await load('twice', { value: rsa.pem, policy: { issuer: { name: 'Self' } } });
    const version = (body as { id: string }).id.split('/').at(-1);
    expect(body).toMatchObject({ policy: { lifetime_actions: [{ action: { action_type: 'AutoRenew' } }] } });
    expect((await emulator.call('GET', '/keys/twice')).body).toMatchObject({
      key: { kid: expect.stringContaining(`/${version}`), kty: 'RSA' },
    });
    const { body: versions } = await emulator.call('GET', '/secrets/twice/versions');
    expect((versions as { value: unknown[] }).value).toHaveLength(2);
  });

  it('should be refused for a certificate that is expired by the clock of the emulator', async () => {
    const past = await makeTestCertificate('EC', ['2024-01-01T00:00:00Z', '2025-06-16T11:00:00Z']);
    expect(message(await load('late', { value: past.pem }))).toEqual([
      400,
      'X509 Certificate is already expired',
    ]);
  });

  it('should be refused for the key of another certificate', async () => {
    const other = await makeTestCertificate('EC');
    expect(message(await load('mixed', { value: other.keyPem + ec.certificatePem }))).toEqual([
      400,
      'The public key of the end-entity certificate in the specified X.509 certificate content does not match the public part of the specified private key. Please check if certificate is valid.',
    ]);
  });

  it.each<[string, () => object]>([
    ['nothing', () => ({})],
    ['a number', () => ({ value: 1 })],
    ['an empty value', () => ({ value: '' })],
    ['nonsense', () => ({ value: 'bm9uc2Vuc2U=' })],
    ['a certificate without key', () => ({ value: ec.certificatePem })],
    ['a key without certificate', () => ({ value: ec.keyPem })],
    ['a key that is none', () => ({ value: ec.pem.replace(/[A-Za-z]{20}/, 'AAAAAAAAAAAAAAAAAAAA') })],
    [
      'PKCS#12 where PEM is announced',
      () => ({
        value: pkcs12(rsa, '', '3des'),
        policy: { secret_props: { contentType: 'application/x-pem-file' } },
      }),
    ],
  ])('should be refused with %s', async (_title, body) => {
    expect(await load('bad', body())).toMatchObject({
      status: 400,
      body: { error: { code: 'BadParameter' } },
    });
    expect((await emulator.call('GET', '/certificates/bad')).status).toBe(404);
    expect((await emulator.call('GET', '/keys/bad')).status).toBe(404);
  });
});
