import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deletedPath, vaultBody, vaultPath } from '../testing/armPaths.ts';
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

describe('a caller of Azure Resource Manager', () => {
  const nobody = (): Promise<Caller> => callers.add(() => ({ accessPolicies: [] }));

  it.each<[string, string, readonly string[]]>([
    ['Owner', SUBSCRIPTION, ['get', 'put', 'delete', 'recover', 'purge', 'getDeleted', 'assign']],
    ['Contributor', SUBSCRIPTION, ['get', 'put', 'delete', 'recover', 'purge', 'getDeleted']],
    ['Key Vault Contributor', SUBSCRIPTION, ['get', 'put', 'delete', 'recover', 'getDeleted']],
    ['Key Vault Contributor', `${SUBSCRIPTION}/resourceGroups/rg`, ['get', 'put', 'delete', 'recover']],
    ['Reader', SUBSCRIPTION, ['get', 'getDeleted']],
    ['Key Vault Purge Operator', SUBSCRIPTION, ['purge', 'getDeleted']],
    ['Owner', `${SUBSCRIPTION}/resourceGroups/other`, []],
  ])('should as %s at %s only do what that allows', async (role, scope, allowed) => {
    const caller = await nobody();
    await callers.giveRole(caller, role, scope);
    const path = vaultPath(caller.vault);
    const deleted = deletedPath(caller.vault);
    const asOwner = { headers: callers.owner };
    const may = async (what: string, reply: Promise<Reply>): Promise<void> => {
      const [, code] = errorOf(await reply);
      expect(code !== 'AuthorizationFailed', `${role}: ${what}`).toBe(allowed.includes(what));
    };
    await may('get', caller.arm('GET', path));
    await may('put', caller.arm('PUT', path, { body: vaultBody() }));
    await may('delete', caller.arm('DELETE', path));
    await callers.emulator.arm('DELETE', path, asOwner);
    await may('getDeleted', caller.arm('GET', deleted));
    await may('recover', caller.arm('PUT', path, { body: vaultBody({ createMode: 'recover' }) }));
    await callers.emulator.arm('DELETE', path, asOwner);
    await may('purge', caller.arm('POST', `${deleted}/purge`));
    const properties = { roleDefinitionId: '/x/acdd72a7-3385-48ef-bd42-f606fba81ae7', principalId: 'p' };
    const assignment = `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments/${caller.principal.clientId}`;
    await may('assign', caller.arm('PUT', assignment, { body: { properties }, api: '2022-04-01' }));
  });

  it('should see only what he may read in lists, without a refusal', async () => {
    const caller = await nobody();
    const vaults = `${SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults`;
    const deleted = `${SUBSCRIPTION}/providers/Microsoft.KeyVault/deletedVaults`;
    expect((await caller.arm('GET', vaults)).body).toEqual({ value: [] });
    expect((await caller.arm('GET', deleted)).body).toEqual({ value: [] });
    await callers.giveRole(caller, 'Reader');
    expect((await caller.arm('GET', vaults)).body).toMatchObject({ value: [{ name: caller.vault }] });
    const { text } = await caller.arm('PUT', vaultPath(caller.vault), { body: vaultBody() });
    expect(text).toContain(
      `"The client '${caller.principal.clientId}' with object id '${caller.principal.objectId}' does not have authorization to perform action 'Microsoft.KeyVault/vaults/write' over scope '${vaultPath(caller.vault)}' or the scope is invalid.`,
    );
  });
});

describe('a role assignment', () => {
  it('should be shown, listed by principal and scope, and taken back', async () => {
    const caller = await callers.add(() => ({ enableRbacAuthorization: true }));
    const made = await callers.giveRole(caller, 'Key Vault Reader');
    const { id } = made.body as { id: string };
    const ask = (method: string, path: string): Promise<Reply> =>
      callers.emulator.arm(method, path, { headers: callers.owner, api: '2022-04-01' });
    expect((await ask('GET', id)).body).toEqual(made.body);
    const base = `${vaultPath(caller.vault)}/providers/Microsoft.Authorization/roleAssignments`;
    const mine = `${base}?$filter=${encodeURIComponent(`principalId eq '${caller.principal.objectId}'`)}`;
    expect((await ask('GET', mine)).body).toEqual({ value: [made.body] });
    const all = (await ask('GET', base)).body as { value: { properties: { scope: string } }[] };
    expect(all.value.map(({ properties }) => properties.scope)).toContain('/');
    expect(errorOf(await callers.giveRole(caller, 'Key Vault Reader'))).toEqual([
      409,
      'RoleAssignmentExists',
    ]);
    expect((await ask('DELETE', id)).status).toBe(200);
    expect((await ask('DELETE', id)).status).toBe(204);
    expect((await ask('GET', id)).status).toBe(404);
    expect(errorOf(await callers.giveRole(caller, 'Nobody'))).toEqual([400, 'RoleDefinitionDoesNotExist']);
  });
});
