import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON, type Reply } from '../testing/emulatorUnderTest.ts';

const DAY = 86_400;
const YEAR = 365 * DAY;

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ vaults: [{ name: 'plain', sku: 'standard' }] });
});
afterAll(() => emulator.close());

const POLICY = { issuer: { name: 'Self' }, x509_props: { subject: 'CN=MyCert', sans: {} } };

const create = (name: string, policy: object = POLICY, more: object = {}): Promise<Reply> =>
  emulator.call('POST', `/certificates/${name}/create`, { body: { policy, ...more } });

const POLICY_TEXT = (name: string): string =>
  `{"id":"${emulator.running.url}/certificates/${name}/policy","key_props":{"exportable":true,"kty":"RSA","key_size":2048,"reuse_key":false},"secret_props":{"contentType":"application/x-pkcs12"},"x509_props":{"subject":"CN=MyCert","sans":{},"ekus":["1.3.6.1.5.5.7.3.1","1.3.6.1.5.5.7.3.2"],"key_usage":["digitalSignature","keyEncipherment"],"validity_months":12,"basic_constraints":{"ca":false}},"lifetime_actions":[{"trigger":{"lifetime_percentage":80},"action":{"action_type":"AutoRenew"}}],"issuer":{"name":"Self"},"attributes":{"enabled":true,"created":${NOON},"updated":${NOON}}}`;

describe('the creation of a certificate', () => {
  it('should be accepted as the service does it, and be completed when nothing takes time', async () => {
    const made = await create('shapes');
    const { csr, request_id } = made.body as { csr: string; request_id: string };
    const id = `${emulator.running.url}/certificates/shapes`;
    expect(made.status).toBe(202);
    expect(made.headers).toMatchObject({
      location: `${id}/pending?api-version=7.4&request_id=${request_id}`,
      'retry-after': '10',
    });
    expect(made.text).toBe(
      `{"id":"${id}/pending","issuer":{"name":"Self"},"csr":"${csr}","cancellation_requested":false,"status":"inProgress","status_details":"Pending certificate created. Certificate request is in progress. This may take some time based on the issuer provider. Please check again later.","request_id":"${request_id}"}`,
    );
    expect((await emulator.call('GET', '/certificates/shapes/pending')).text).toBe(
      `{"id":"${id}/pending","issuer":{"name":"Self"},"csr":"${csr}","cancellation_requested":false,"status":"completed","target":"${id}","request_id":"${request_id}"}`,
    );
  });

  it('should lead to a bundle with the fields of the service in its order, live and deleted', async () => {
    await create('bundle', POLICY, { tags: { a: 'b' } });
    const { text, body } = await emulator.call('GET', '/certificates/bundle');
    const { id, x5t, cer } = body as { id: string; x5t: string; cer: string };
    const version = id.split('/').at(-1);
    const url = emulator.running.url;
    const attributes = `{"enabled":true,"nbf":${NOON - 600},"exp":${NOON + YEAR},"created":${NOON},"updated":${NOON},"recoveryLevel":"Recoverable+Purgeable","recoverableDays":90}`;
    const own = `"id":"${url}/certificates/bundle/${version}","kid":"${url}/keys/bundle/${version}","sid":"${url}/secrets/bundle/${version}","x5t":"${x5t}","cer":"${cer}","attributes":${attributes},"tags":{"a":"b"}`;
    const rest = `"policy":${POLICY_TEXT('bundle')},"pending":{"id":"${url}/certificates/bundle/pending"}}`;
    expect(text).toBe(`{${own},${rest}`);
    expect((await emulator.call('GET', `/certificates/bundle/${version}`)).text).toBe(`{${own}}`);
    expect((await emulator.call('GET', '/certificates/bundle/policy')).text).toBe(POLICY_TEXT('bundle'));
    const deletion = `"recoveryId":"${url}/deletedcertificates/bundle","deletedDate":${NOON},"scheduledPurgeDate":${NOON + 90 * DAY}`;
    expect((await emulator.call('DELETE', '/certificates/bundle')).text).toBe(`{${deletion},${own},${rest}`);
    expect((await emulator.call('GET', '/deletedcertificates/bundle')).text).toBe(
      `{${deletion},${own},${rest}`,
    );
    expect((await emulator.call('GET', '/deletedcertificates')).text).toContain(
      `{${deletion},"id":"${url}/certificates/bundle","x5t":"${x5t}","attributes":${attributes},"tags":{"a":"b"}}`,
    );
    expect((await emulator.call('POST', '/deletedcertificates/bundle/recover')).text).toBe(text);
  });

  it('should show neither recovery nor subject in lists of live certificates', async () => {
    await create('listed');
    const { body } = await emulator.call('GET', '/certificates/listed/versions');
    const [item] = (body as { value: Record<string, unknown>[] }).value;
    expect(Object.keys(item ?? {})).toEqual(['id', 'x5t', 'attributes', 'subject']);
    expect(item).toMatchObject({ subject: '' });
    expect(Object.keys(item?.attributes ?? {})).toEqual(['enabled', 'nbf', 'exp', 'created', 'updated']);
    const old = await emulator.call('GET', '/certificates/listed/versions', { api: '2016-10-01' });
    expect(old.text).not.toContain('subject');
  });

  it.each<[object, object]>([
    [
      { kty: 'RSA', key_size: 3072 },
      { type: 'rsa', details: { modulusLength: 3072 } },
    ],
    [
      { kty: 'EC', crv: 'P-384' },
      { type: 'ec', details: { namedCurve: 'secp384r1' } },
    ],
    [
      { kty: 'EC-HSM', key_size: 256, exportable: false },
      { type: 'ec', details: { namedCurve: 'prime256v1' } },
    ],
    [
      { kty: 'EC', crv: 'P-256K' },
      { type: 'ec', details: { namedCurve: 'secp256k1' } },
    ],
  ])('should make a real certificate with a key by %j', async (key_props, expected) => {
    const name = `real${JSON.stringify(key_props).length}`;
    const x509_props = {
      subject: 'CN=www.example.org, O=Example',
      sans: { dns_names: ['example.org'], emails: ['me@example.org'], upns: ['me@here'] },
      key_usage: ['digitalSignature', 'keyCertSign'],
      ekus: ['1.3.6.1.5.5.7.3.2'],
      validity_months: 6,
      basic_constraints: { ca: true },
    };
    await create(name, { issuer: { name: 'Self' }, key_props, x509_props });
    const { body } = await emulator.call('GET', `/certificates/${name}`);
    const { cer, x5t, attributes } = body as {
      cer: string;
      x5t: string;
      attributes: { nbf: number; exp: number };
    };
    const certificate = new X509Certificate(Buffer.from(cer, 'base64'));
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect({
      type: certificate.publicKey.asymmetricKeyType,
      details: certificate.publicKey.asymmetricKeyDetails,
    }).toMatchObject(expected);
    expect(certificate.subject).toBe('CN=www.example.org\nO=Example');
    expect(certificate.subjectAltName).toBe('email:me@example.org, DNS:example.org, othername:UPN:me@here');
    expect([certificate.ca, certificate.keyUsage]).toEqual([true, ['1.3.6.1.5.5.7.3.2']]);
    expect(Buffer.from(x5t, 'base64url').toString('hex')).toBe(
      certificate.fingerprint.replaceAll(':', '').toLowerCase(),
    );
    expect([Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]).toEqual([
      attributes.nbf * 1000,
      attributes.exp * 1000,
    ]);
  });
});

describe('the policy of a certificate', () => {
  it.each<[string, object, RegExp]>([
    ['no policy', {}, /policy is not specified/],
    ['no name at all', { policy: { issuer: { name: 'Self' } } }, /subject/],
    [
      'a subject that is none',
      { policy: { ...POLICY, x509_props: { subject: 'nobody' } } },
      /not a valid X.500 name/,
    ],
    [
      'an issuer that the vault does not have',
      { policy: { ...POLICY, issuer: { name: 'Nobody' } } },
      /issuer Nobody/,
    ],
    ['an unknown kind of key', { policy: { ...POLICY, key_props: { kty: 'DSA' } } }, /invalid value/],
    ['an odd size of key', { policy: { ...POLICY, key_props: { key_size: 2047 } } }, /invalid value/],
    [
      'an unknown kind of secret',
      { policy: { ...POLICY, secret_props: { contentType: 'text/plain' } } },
      /invalid value/,
    ],
    [
      'no validity',
      { policy: { ...POLICY, x509_props: { subject: 'CN=a', validity_months: 0 } } },
      /invalid value/,
    ],
    [
      'an unknown usage',
      { policy: { ...POLICY, x509_props: { subject: 'CN=a', key_usage: ['fly'] } } },
      /invalid value/,
    ],
    [
      'an action without a trigger',
      { policy: { ...POLICY, lifetime_actions: [{ action: { action_type: 'AutoRenew' } }] } },
      /invalid value/,
    ],
  ])('should refuse a creation with %s', async (_title, body, message) => {
    const reply = await emulator.call('POST', '/certificates/wrong/create', { body });
    expect(reply).toMatchObject({
      status: 400,
      body: { error: { code: 'BadParameter', message: expect.stringMatching(message) } },
    });
    expect((await emulator.call('GET', '/certificates/wrong')).status).toBe(404);
  });

  it('should keep HSM keys out of standard vaults', async () => {
    const reply = await emulator.call('POST', '/certificates/hard/create', {
      body: { policy: { ...POLICY, key_props: { kty: 'RSA-HSM', exportable: false } } },
      headers: { host: 'plain.vault.azure.net' },
    });
    expect(reply).toMatchObject({
      status: 403,
      body: { error: { innererror: { code: 'HardwareKeysNotSupported' } } },
    });
  });

  it('should be changed in what the body speaks of, and be followed by the next version', async () => {
    await create('changing');
    await emulator.advance(10);
    const patched = await emulator.call('PATCH', '/certificates/changing/policy', {
      body: {
        key_props: { kty: 'EC', crv: 'P-256', reuse_key: true },
        lifetime_actions: [{ trigger: { days_before_expiry: 9 }, action: { action_type: 'EmailContacts' } }],
        issuer: { name: 'Self', cert_transparency: false },
      },
    });
    expect(patched).toMatchObject({
      status: 200,
      body: {
        key_props: { exportable: true, kty: 'EC', key_size: 256, reuse_key: true, crv: 'P-256' },
        x509_props: { subject: 'CN=MyCert' },
        lifetime_actions: [{ trigger: { days_before_expiry: 9 } }],
        issuer: { name: 'Self', cert_transparency: false },
      },
    });
    await emulator.call('POST', '/certificates/changing/create', { body: {} });
    const keyOf = async (): Promise<unknown> => (await emulator.call('GET', '/keys/changing')).body;
    const first = (await keyOf()) as { key: { kty: string; x?: string } };
    expect(first.key.kty).toBe('EC');
    await emulator.call('POST', '/certificates/changing/create', { body: {} });
    expect(await keyOf()).toMatchObject({ key: { kty: 'EC' } });
    const { body } = await emulator.call('GET', '/certificates/changing/versions');
    expect((body as { value: unknown[] }).value).toHaveLength(3);
  });

  it('should reuse the key only if it says so', async () => {
    const modulus = async (): Promise<string> =>
      ((await emulator.call('GET', '/keys/reused')).body as { key: { n: string } }).key.n;
    await create('reused', { ...POLICY, key_props: { reuse_key: true } });
    const first = await modulus();
    await create('reused', { ...POLICY, key_props: { reuse_key: true } });
    expect(await modulus()).toBe(first);
    await create('reused');
    expect(await modulus()).not.toBe(first);
  });
});
