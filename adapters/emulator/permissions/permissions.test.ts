import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vaultBody, vaultPath } from '../testing/armPaths.ts';
import { type Caller, Callers } from '../testing/callers.ts';
import type { Reply } from '../testing/emulatorUnderTest.ts';

let callers: Callers;

beforeAll(async () => {
  callers = await Callers.start();
});
afterAll(() => callers.close());

const SUBSCRIPTION = '/subscriptions/00000000-0000-0000-0000-000000000002';

const errorOf = ({ status, body }: Reply): unknown[] => {
  const { error } = (body ?? {}) as { error?: { code: string; innererror?: { code: string } } };
  return [status, error?.innererror?.code ?? error?.code];
};

const withPolicy = (permissions: object): Promise<Caller> =>
  callers.add(({ tenantId, objectId }) => ({ accessPolicies: [{ tenantId, objectId, permissions }] }));

type Operation = readonly [word: string, method: string, path: string, body?: unknown];

const SECRET_OPERATIONS: readonly Operation[] = [
  ['set', 'PUT', '/secrets/n', { value: 'x' }],
  ['get', 'GET', '/secrets/n'],
  ['list', 'GET', '/secrets'],
  ['list', 'GET', '/secrets/n/versions'],
  ['set', 'PATCH', '/secrets/n', {}],
  ['backup', 'POST', '/secrets/n/backup'],
  ['restore', 'POST', '/secrets/restore', { value: 'x' }],
  ['delete', 'DELETE', '/secrets/n'],
  ['get', 'GET', '/deletedsecrets/n'],
  ['list', 'GET', '/deletedsecrets'],
  ['recover', 'POST', '/deletedsecrets/n/recover'],
  ['purge', 'DELETE', '/deletedsecrets/n'],
];

const KEY_OPERATIONS: readonly Operation[] = [
  ['create', 'POST', '/keys/n/create', { kty: 'RSA' }],
  ['import', 'PUT', '/keys/n', {}],
  ['update', 'PATCH', '/keys/n', {}],
  ['rotate', 'POST', '/keys/n/rotate'],
  ['getrotationpolicy', 'GET', '/keys/n/rotationpolicy'],
  ['setrotationpolicy', 'PUT', '/keys/n/rotationpolicy', {}],
  ['encrypt', 'POST', '/keys/n/encrypt', {}],
  ['decrypt', 'POST', '/keys/n/decrypt', {}],
  ['wrapKey', 'POST', '/keys/n/wrapkey', {}],
  ['unwrapKey', 'POST', '/keys/n/unwrapkey', {}],
  ['sign', 'POST', '/keys/n/sign', {}],
  ['verify', 'POST', '/keys/n/verify', {}],
  ['release', 'POST', '/keys/n/release', {}],
  ['purge', 'DELETE', '/deletedkeys/n'],
];

const CERTIFICATE_OPERATIONS: readonly Operation[] = [
  ['create', 'POST', '/certificates/n/create', {}],
  ['import', 'POST', '/certificates/n/import', {}],
  ['update', 'PATCH', '/certificates/n/policy', {}],
  ['get', 'GET', '/certificates/n/pending'],
  ['update', 'DELETE', '/certificates/n/pending'],
  ['managecontacts', 'GET', '/certificates/contacts'],
  ['getissuers', 'GET', '/certificates/issuers/n'],
  ['listissuers', 'GET', '/certificates/issuers'],
  ['setissuers', 'PUT', '/certificates/issuers/n', {}],
  ['deleteissuers', 'DELETE', '/certificates/issuers/n'],
  ['recover', 'POST', '/deletedcertificates/n/recover'],
];

describe.each([
  ['secrets', SECRET_OPERATIONS],
  ['keys', KEY_OPERATIONS],
  ['certificates', CERTIFICATE_OPERATIONS],
] as const)('the access policy for %s', (kind, operations) => {
  it('should let each operation pass by its own word and by no other', async () => {
    const words = [...new Set(operations.map(([word]) => word))];
    for (const given of words) {
      const caller = await withPolicy({ [kind]: [given] });
      for (const [word, method, path, body] of operations) {
        const [status, code] = errorOf(await caller.data(method, path, { body }));
        const refused = status === 403 && code === 'ForbiddenByPolicy';
        expect(refused, `${method} ${path} with ${given}`).toBe(word !== given);
      }
    }
  });

  it('should mean by all everything but purge', async () => {
    const caller = await withPolicy({ [kind]: ['all'] });
    for (const [word, method, path, body] of operations) {
      const [status, code] = errorOf(await caller.data(method, path, { body }));
      expect(status === 403 && code === 'ForbiddenByPolicy', `${method} ${path}`).toBe(word === 'purge');
    }
  });
});

describe('a vault that is opened by access policies', () => {
  it('should tell in the words of the service what is missing', async () => {
    const caller = await withPolicy({ secrets: ['get'] });
    const { appid, oid } = { appid: caller.principal.clientId, oid: caller.principal.objectId };
    const iss = `https://sts.windows.net/${caller.principal.tenantId}/`;
    expect((await caller.data('DELETE', '/deletedsecrets/n')).body).toEqual({
      error: {
        code: 'Forbidden',
        message: `The user, group or application 'appid=${appid};oid=${oid};iss=${iss}' does not have secrets purge permission on key vault '${caller.vault};location=westeurope'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287`,
        innererror: { code: 'ForbiddenByPolicy' },
      },
    });
    const stranger = await callers.add(() => ({ accessPolicies: [] }));
    expect((await stranger.data('GET', '/keys')).body).toMatchObject({
      error: {
        code: 'Forbidden',
        message: expect.stringMatching(
          /^Access denied. Caller was not found on any access policy.\r\nCaller: appid=/,
        ),
        innererror: { code: 'AccessDenied' },
      },
    });
  });

  it('should look at permission before existence and before purge protection', async () => {
    const caller = await callers.add(({ tenantId, objectId }) => ({
      enablePurgeProtection: true,
      accessPolicies: [{ tenantId, objectId, permissions: { secrets: ['get'] } }],
    }));
    expect(errorOf(await caller.data('DELETE', '/deletedsecrets/absent'))).toEqual([
      403,
      'ForbiddenByPolicy',
    ]);
    expect(errorOf(await caller.data('DELETE', '/secrets/absent'))).toEqual([403, 'ForbiddenByPolicy']);
    expect(errorOf(await caller.data('GET', '/secrets/absent'))).toEqual([404, 'SecretNotFound']);
  });

  it('should not be opened by roles, be they owner of everything', async () => {
    const caller = await callers.add(() => ({ accessPolicies: [] }));
    await callers.giveRole(caller, 'Owner', SUBSCRIPTION);
    await callers.giveRole(caller, 'Key Vault Administrator');
    expect(errorOf(await caller.data('GET', '/secrets'))).toEqual([403, 'AccessDenied']);
    const { tenantId, objectId } = caller.principal;
    const policy = { tenantId, objectId, permissions: { secrets: ['list'] } };
    const body = { properties: { accessPolicies: [policy] } };
    expect((await caller.arm('PUT', `${vaultPath(caller.vault)}/accessPolicies/add`, { body })).status).toBe(
      200,
    );
    expect((await caller.data('GET', '/secrets')).status).toBe(200);
  });

  it('should let a certificate be deleted without permission for its key and secret, and nobody else look at them', async () => {
    const caller = await withPolicy({ certificates: ['create', 'delete', 'get'] });
    const policy = { issuer: { name: 'Self' }, x509_props: { subject: 'CN=a' }, key_props: { kty: 'EC' } };
    await caller.data('POST', '/certificates/c/create', { body: { policy } });
    expect((await caller.data('DELETE', '/certificates/c')).status).toBe(200);
    expect(errorOf(await caller.data('GET', '/deletedkeys/c'))).toEqual([403, 'ForbiddenByPolicy']);
  });
});

describe('a vault that is opened by roles', () => {
  const byRoles = (): Promise<Caller> => callers.add(() => ({ enableRbacAuthorization: true }));

  it('should tell in the words of the service what is missing', async () => {
    const caller = await byRoles();
    expect((await caller.data('GET', '/secrets/n')).body).toMatchObject({
      error: {
        code: 'Forbidden',
        message: expect.stringMatching(
          /^Caller is not authorized to perform action on resource\.\r\n[\s\S]*\r\nAction: 'Microsoft\.KeyVault\/vaults\/secrets\/getSecret\/action'\r\n[\s\S]*Assignment: \(not found\)\r\n/,
        ),
        innererror: { code: 'ForbiddenByRbac' },
      },
    });
  });

  it.each<[string, readonly string[]]>([
    ['Key Vault Administrator', ['secrets', 'keys', 'certificates', 'purge', 'sign']],
    ['Key Vault Secrets Officer', ['secrets', 'purge']],
    ['Key Vault Crypto Officer', ['keys', 'sign']],
    ['Key Vault Certificates Officer', ['certificates']],
    ['Key Vault Reader', ['list', 'keys', 'certificates']],
    ['Key Vault Secrets User', ['list', 'get']],
    ['Key Vault Crypto User', ['keys', 'sign']],
    ['Key Vault Certificate User', ['list', 'get', 'keys', 'certificates']],
    ['Key Vault Purge Operator', []],
    ['Key Vault Contributor', []],
    ['Owner', []],
  ])('should let a %s do what that role is for', async (role, allowed) => {
    const caller = await byRoles();
    expect((await callers.giveRole(caller, role)).status).toBe(201);
    const calls: readonly (readonly [readonly string[], string, string, unknown?])[] = [
      [['secrets'], 'PUT', '/secrets/n', { value: '1' }],
      [['secrets', 'get'], 'GET', '/secrets/n'],
      [['secrets', 'list'], 'GET', '/secrets'],
      [['purge'], 'DELETE', '/deletedsecrets/n'],
      [['keys'], 'GET', '/keys/n'],
      [['sign'], 'POST', '/keys/n/sign', {}],
      [['certificates'], 'GET', '/certificates/n'],
    ];
    for (const [by, method, path, body] of calls) {
      const [, code] = errorOf(await caller.data(method, path, { body }));
      const expected = by.some((each) => allowed.includes(each));
      expect(code !== 'ForbiddenByRbac', `${role}: ${method} ${path}`).toBe(expected);
    }
  });

  it('should be opened by a role at any scope above, and lose its own when it is deleted', async () => {
    const caller = await byRoles();
    await callers.giveRole(caller, 'Key Vault Secrets Officer');
    expect((await caller.data('GET', '/secrets')).status).toBe(200);
    await callers.emulator.arm('DELETE', vaultPath(caller.vault), { headers: callers.owner });
    const body = vaultBody({ createMode: 'recover' });
    await callers.emulator.arm('PUT', vaultPath(caller.vault), { body, headers: callers.owner });
    expect(errorOf(await caller.data('GET', '/secrets'))).toEqual([403, 'ForbiddenByRbac']);
    await callers.giveRole(caller, 'Key Vault Secrets Officer', `${SUBSCRIPTION}/resourceGroups/RG`);
    expect((await caller.data('GET', '/secrets')).status).toBe(200);
  });
});
