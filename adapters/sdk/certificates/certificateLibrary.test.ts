import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../../model/command.ts';
import { type LibraryUnderTest, libraryUnderTest, wire } from '../testing/libraryUnderTest.ts';

const POLICY = {
  key_props: { kty: 'EC', crv: 'P-256', exportable: true, reuse_key: false },
  secret_props: { contentType: 'application/x-pkcs12' },
  x509_props: { subject: 'CN=conformance.example', validity_months: 12 },
  issuer: { name: 'Self' },
};
const ELSEWHERE = { ...POLICY, issuer: { name: 'Unknown' } };

let library: LibraryUnderTest;

beforeAll(async () => {
  library = await libraryUnderTest('certificate');
});

afterAll(() => library.close());

describe('the client library of certificates, against the embedded emulator', () => {
  it('should create one, and show how its poller looks at the operation', async () => {
    const input = { policy: POLICY, tags: { a: 'b' } };
    const created = await library.call('create', 'made', { input });
    expect(wire(created).slice(0, 2)).toEqual(['create 202', 'getOperation 200']);
    expect(created.client).toMatchObject({
      library: '@azure/keyvault-certificates',
      outcome: expect.stringMatching(/^beginCreateCertificate: the poller/),
    });
    const got = await library.call('get', 'made');
    expect(got.answer).toMatchObject({ status: 200, object: { fields: { tags: { a: 'b' } } } });
    expect(got.client?.outcome).toMatch(/^getCertificate: made, version \w+$/);
  });

  it('should look at an operation, end it and delete it', async () => {
    await library.call('create', 'pending', { input: { policy: ELSEWHERE } });
    const looked = await library.call('getOperation', 'pending');
    expect(wire(looked)).toEqual(['get 200', 'getOperation 200']);
    expect(looked.client?.outcome).toBe('getCertificateOperation: inProgress');
    const ended = await library.call('updateOperation', 'pending', {
      input: { cancellation_requested: true },
    });
    expect(wire(ended)).toEqual(['get 200', 'getOperation 200', 'updateOperation 200']);
    expect(wire(await library.call('deleteOperation', 'pending'))).toEqual(['deleteOperation 200']);
  });

  it('should update one and its policy, of which it never tells the answer', async () => {
    await library.call('create', 'changed', { input: { policy: POLICY } });
    const updated = await library.call('update', 'changed', { input: { tags: { c: 'd' } } });
    expect(updated.answer).toMatchObject({ status: 200, object: { fields: { tags: { c: 'd' } } } });
    const policy = {
      lifetime_actions: [{ trigger: { days_before_expiry: 30 }, action: { action_type: 'EmailContacts' } }],
    };
    const changed = await library.call('updatePolicy', 'changed', { input: policy });
    expect(changed.answer).toMatchObject({ status: 200, object: { fields: policy } });
    expect(changed.client?.outcome).toBe('updateCertificatePolicy: an empty policy, as always');
    const got = await library.call('getPolicy', 'changed');
    expect(got.client?.outcome).toBe('getCertificatePolicy: issuer Self');
  });

  it('should delete, look, recover, purge and restore, with what its pollers look at', async () => {
    await library.call('create', 'goes', { input: { policy: POLICY } });
    const backup = await library.call('backup', 'goes');
    expect(wire(await library.call('delete', 'goes'))).toEqual(['delete 200', 'getDeleted 200']);
    expect(wire(await library.call('getDeleted', 'goes'))).toEqual(['getDeleted 200']);
    expect(wire(await library.call('recover', 'goes'))).toEqual(['get 404', 'recover 200', 'get 200']);
    await library.call('delete', 'goes');
    expect(wire(await library.call('purge', 'goes'))).toEqual(['purge 204']);
    const blob = ('blob' in backup.answer && backup.answer.blob) || '';
    const restored = await library.send({ op: 'restore', kind: 'certificate', vault: 'v', blob });
    expect(restored.client?.outcome).toMatch(/^restoreCertificateBackup: goes/);
  });

  it.each<[string, Command['op'], object, string]>([
    ['no policy', 'create', { input: { tags: {} } }, 'it always sends a policy'],
    [
      'a disabled one, of which it would disable the policy too',
      'create',
      { input: { policy: POLICY, enabled: false } },
      'it sends policy otherwise',
    ],
    [
      'one to import with a policy, which it leaves out',
      'import',
      { input: { value: 'bm90IG9uZQ==', policy: POLICY } },
      'it sends no policy',
    ],
    ['the size of a page', 'listVersions', { maxResults: 1 }, 'it asks for no size of a page'],
  ])('should send over REST what it has no words for: %s', async (_what, op, more, why) => {
    const sent = await library.call(op, 'odd', more);
    expect(sent.client?.outcome).toBe(`sent over REST instead: ${why}`);
    expect(sent.answer).toHaveProperty('status');
  });
});

describe('the client library of issuers and contacts, against the embedded emulator', () => {
  const issuer = (op: Command['op'], more: object = {}): Command =>
    ({ op, kind: 'issuer', vault: 'v', name: 'ca', ...more }) as Command;
  const contacts = (op: Command['op'], more: object = {}): Command =>
    ({ op, kind: 'contacts', vault: 'v', name: 'contacts', ...more }) as Command;

  it('should set, update, get, list and delete an issuer', async () => {
    const input = {
      provider: 'Test',
      credentials: { account_id: 'me', pwd: 'hunter2' },
      org_details: { id: 'one', admin_details: [{ first_name: 'A', email: 'a@conformance.example' }] },
    };
    const set = await library.send(issuer('set', { input }));
    expect(JSON.stringify([set.request, set.reply, set.client])).not.toContain('hunter2');
    const calls = [
      set,
      await library.send(issuer('update', { input: { org_details: { id: 'two' } } })),
      await library.send(issuer('get')),
      await library.send({ op: 'list', kind: 'issuer', vault: 'v' }),
      await library.send(issuer('delete')),
    ];
    // It takes the name of every issuer to be "issuers": it reads ids as those of certificates.
    expect(calls.map(({ client }) => client?.outcome)).toEqual([
      'createIssuer: issuers',
      'updateIssuer: issuers',
      'getIssuer: issuers',
      'listPropertiesOfIssuers: page of 1',
      'deleteIssuer: issuers',
    ]);
    expect(calls[2]?.answer).toMatchObject({ object: { fields: { org_details: { id: 'two' } } } });
  });

  it('should set, get and delete contacts', async () => {
    const input = { contacts: [{ email: 'owner@conformance.example', name: 'Owner' }] };
    const calls = [
      await library.send(contacts('set', { input })),
      await library.send(contacts('get')),
      await library.send(contacts('delete')),
    ];
    // It never tells which contacts it deleted.
    expect(calls.map(({ client }) => client?.outcome)).toEqual([
      'setContacts: 1 contacts',
      'getContacts: 1 contacts',
      'deleteContacts: 0 contacts',
    ]);
  });
});
