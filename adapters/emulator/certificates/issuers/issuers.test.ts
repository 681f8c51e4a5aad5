import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON } from '../../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
});
afterAll(() => emulator.close());

const PATH = '/certificates/issuers/Issuer1';

const ADMIN = { first_name: 'J', last_name: 'D', email: 'admin@example.org', phone: '5' };

describe('an issuer', () => {
  it('should be set, shown, changed, listed and deleted for good', async () => {
    const set = await emulator.call('PUT', PATH, {
      body: {
        provider: 'DigiCert',
        credentials: { account_id: 'me', pwd: 'hush' },
        org_details: { admin_details: [ADMIN] },
      },
    });
    const id = `${emulator.running.url}/certificates/issuers/Issuer1`;
    expect(set.text).toBe(
      `{"id":"${id}","provider":"DigiCert","credentials":{"account_id":"me"},"org_details":{"zip":0,"admin_details":[${JSON.stringify(ADMIN)}]},"attributes":{"enabled":true,"created":${NOON},"updated":${NOON}}}`,
    );
    expect((await emulator.call('GET', PATH.toLowerCase())).text).toBe(set.text);
    await emulator.advance(7);
    const patched = await emulator.call('PATCH', PATH, { body: { org_details: { admin_details: [] } } });
    expect(patched.body).toMatchObject({
      provider: 'DigiCert',
      credentials: { account_id: 'me' },
      org_details: { admin_details: [] },
      attributes: { created: NOON, updated: NOON + 7 },
    });
    expect((await emulator.call('GET', '/certificates/issuers')).body).toEqual({
      value: [{ id, provider: 'DigiCert' }],
      nextLink: null,
    });
    expect((await emulator.call('DELETE', PATH)).body).toEqual(patched.body);
    for (const method of ['GET', 'DELETE']) {
      expect((await emulator.call(method, PATH)).body).toEqual({
        error: { code: 'CertificateIssuerNotFound', message: 'Issuer not found' },
      });
    }
  });

  it('should show only what was said of it', async () => {
    const { body } = await emulator.call('PUT', '/certificates/issuers/bare', { body: { provider: 'Test' } });
    expect(Object.keys(body as object)).toEqual(['id', 'provider', 'attributes']);
    for (const wrong of [{}, { provider: 1 }, { provider: 'Test', org_details: { admin_details: 1 } }]) {
      expect((await emulator.call('PUT', '/certificates/issuers/wrong', { body: wrong })).status).toBe(400);
    }
  });

  it('should be listed by pages', async () => {
    for (let number = 10; number < 40; number += 1) {
      await emulator.call('PUT', `/certificates/issuers/p${number}`, { body: { provider: 'Test' } });
    }
    const first = await emulator.call('GET', '/certificates/issuers');
    const { nextLink } = first.body as { nextLink: string };
    const second = await emulator.call('GET', nextLink.replace(/^https:\/\/[^/]+/, ''));
    const sizes = [first, second].map(({ body }) => (body as { value: unknown[] }).value.length);
    expect(sizes).toEqual([25, 6]);
    expect((second.body as { nextLink: unknown }).nextLink).toBeNull();
  });
});

describe('the contacts of a vault', () => {
  const contacts = [{ email: 'a@example.org', name: 'A', phone: '1' }, { email: 'b@example.org' }];
  const call = (method: string, body?: unknown) => emulator.call(method, '/certificates/contacts', { body });

  it('should be set as a whole, shown and deleted for good', async () => {
    const none = {
      status: 404,
      body: { error: { code: 'ContactsNotFound', message: 'Contacts not found' } },
    };
    expect(await call('GET')).toMatchObject(none);
    expect(await call('DELETE')).toMatchObject(none);
    const set = await call('PUT', { contacts });
    expect(set.text).toBe(JSON.stringify({ id: `${emulator.running.url}/certificates/contacts`, contacts }));
    expect((await call('GET')).text).toBe(set.text);
    expect((await call('DELETE')).text).toBe(set.text);
    expect(await call('GET')).toMatchObject(none);
    for (const wrong of [{}, { contacts: 'a' }, { contacts: [{ name: 'A' }] }]) {
      expect((await call('PUT', wrong)).status).toBe(400);
    }
  });
});
