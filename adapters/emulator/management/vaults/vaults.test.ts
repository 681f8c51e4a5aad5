import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, putVault, vaultBody, vaultPath } from '../../testing/armPaths.ts';
import { EmulatorUnderTest, NOON, type Reply } from '../../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ vaultSuffix: 'vault.example' });
});
afterAll(() => emulator.close());

const refusal = ({ status, body }: Reply): unknown[] => {
  const { error } = body as { error: { code: string; message: string } };
  return [status, error.code, error.message];
};

const propertiesOf = ({ body }: Reply): Record<string, unknown> =>
  (body as { properties: Record<string, unknown> }).properties;

const POLICY = {
  tenantId: '00000000-0000-0000-0000-000000000001',
  objectId: '00000000-0000-0000-0000-0000000000aa',
  permissions: { certificates: ['get'], keys: ['get', 'list'], secrets: ['get'] },
};

describe('a vault in Azure Resource Manager', () => {
  it('should be made with the fields of the service in its order', async () => {
    const made = await putVault(
      emulator,
      'shapes',
      { accessPolicies: [POLICY], enableSoftDelete: true, createMode: 'default' },
      { more: { tags: { a: 'b' } } },
    );
    const time = new Date(NOON * 1000).toISOString();
    const by = '"00000000-0000-0000-0000-000000000003"';
    expect(made.status).toBe(200);
    expect(made.text).toBe(
      `{"id":"${vaultPath('shapes')}","name":"shapes","type":"Microsoft.KeyVault/vaults","location":"westeurope","tags":{"a":"b"},"systemData":{"createdBy":${by},"createdByType":"Application","createdAt":"${time}","lastModifiedBy":${by},"lastModifiedByType":"Application","lastModifiedAt":"${time}"},"properties":{"sku":{"family":"A","name":"standard"},"tenantId":"00000000-0000-0000-0000-000000000001","accessPolicies":[${JSON.stringify(POLICY)}],"enabledForDeployment":false,"enableSoftDelete":true,"softDeleteRetentionInDays":90,"vaultUri":"https://shapes.vault.example/","provisioningState":"Succeeded","publicNetworkAccess":"Enabled"}}`,
    );
    expect((await emulator.arm('GET', vaultPath('shapes'))).text).toBe(made.text);
    expect((await emulator.arm('GET', vaultPath('SHAPES', 'RG').toLowerCase())).text).toBe(made.text);
    expect((await emulator.call('PUT', '/secrets/a', { body: { value: '1' }, ...at('shapes') })).status).toBe(
      200,
    );
  });

  it.each([
    ['2016-10-01', ['softDeleteRetentionInDays', 'publicNetworkAccess']],
    ['2019-09-01', ['softDeleteRetentionInDays', 'publicNetworkAccess']],
    ['2021-10-01', ['softDeleteRetentionInDays']],
    ['2023-07-01', []],
  ] as const)('should show with api-version %s what that version shows', async (api, hidden) => {
    const name = `api${api.replaceAll('-', '')}`;
    const { body } = await putVault(emulator, name, {}, { api });
    const { properties } = body as { properties: object };
    for (const field of ['softDeleteRetentionInDays', 'publicNetworkAccess']) {
      expect(field in properties, field).toBe(!(hidden as readonly string[]).includes(field));
    }
    expect('systemData' in (body as object)).toBe(api > '2021');
    const secret = await emulator.call('PUT', '/secrets/a', { body: { value: '1' }, ...at(name) });
    expect(secret.body).toMatchObject({
      attributes: { recoveryLevel: 'Recoverable+Purgeable', recoverableDays: 90 },
    });
  });

  it('should be opened by access policies before api-version 2026-02-01 and by roles from then on, unless it is said', async () => {
    const rbac = async (name: string, api: string, properties: object = {}): Promise<unknown> =>
      propertiesOf(await putVault(emulator, name, properties, { api })).enableRbacAuthorization;
    expect(await rbac('policies', '2025-05-01')).toBeUndefined();
    expect(await rbac('roles', '2026-02-01')).toBe(true);
    expect(await rbac('said', '2026-02-01', { enableRbacAuthorization: false })).toBe(false);
    expect(await rbac('roles', '2025-05-01')).toBe(true);
  });

  it('should be changed by PUT and PATCH, with tags as each of them means it', async () => {
    await putVault(emulator, 'changing', { enabledForDeployment: true }, { more: { tags: { a: '1' } } });
    await emulator.advance(60);
    const patched = await emulator.arm('PATCH', vaultPath('changing'), {
      body: { properties: { enabledForTemplateDeployment: true, accessPolicies: [POLICY] } },
    });
    expect(patched.body).toMatchObject({
      tags: { a: '1' },
      properties: {
        enabledForDeployment: true,
        enabledForTemplateDeployment: true,
        accessPolicies: [POLICY],
      },
    });
    const { systemData } = patched.body as { systemData: Record<string, string> };
    expect(Date.parse(systemData.lastModifiedAt ?? '') - Date.parse(systemData.createdAt ?? '')).toBe(60_000);
    const put = await putVault(emulator, 'changing');
    expect(put.body).toMatchObject({
      tags: {},
      properties: { accessPolicies: [], provisioningState: 'Succeeded' },
    });
  });

  it.each<[string, object, string]>([
    ['no tenant', vaultBody({ tenantId: undefined }), 'tenantId'],
    ['no sku', vaultBody({ sku: undefined }), 'sku'],
    ['an unknown sku', vaultBody({ sku: { family: 'A', name: 'gold' } }), 'sku'],
    ['no access policies', vaultBody({ accessPolicies: undefined }), 'accessPolicies'],
    [
      'an access policy with an unknown word',
      vaultBody({ accessPolicies: [{ ...POLICY, permissions: { keys: ['fly'] } }] }),
      'accessPolicies',
    ],
    [
      'an access policy of nobody',
      vaultBody({ accessPolicies: [{ ...POLICY, objectId: undefined }] }),
      'accessPolicies',
    ],
    ['a retention of six days', vaultBody({ softDeleteRetentionInDays: 6 }), 'softDeleteRetentionInDays'],
    ['a retention of 91 days', vaultBody({ softDeleteRetentionInDays: 91 }), 'softDeleteRetentionInDays'],
    ['half a day', vaultBody({ softDeleteRetentionInDays: 7.5 }), 'softDeleteRetentionInDays'],
    [
      'protection without soft delete',
      vaultBody({ enableSoftDelete: false, enablePurgeProtection: true }),
      'enablePurgeProtection',
    ],
    ['an unknown mode', vaultBody({ createMode: 'magic' }), 'createMode'],
    ['a flag that is text', vaultBody({ enableSoftDelete: 'true' }), 'enableSoftDelete'],
    ['tags that are numbers', vaultBody({}, { tags: { a: 1 } }), 'tags'],
  ])('should not be made with %s', async (_title, body, property) => {
    expect(refusal(await emulator.arm('PUT', vaultPath('wrong'), { body }))).toEqual([
      400,
      'BadRequest',
      `An invalid value was provided for '${property}'.`,
    ]);
    expect((await emulator.arm('GET', vaultPath('wrong'))).status).toBe(404);
  });

  it('should need a location and a name that Azure takes', async () => {
    const body = vaultBody({}, { location: undefined });
    expect(refusal(await emulator.arm('PUT', vaultPath('nowhere'), { body })).slice(0, 2)).toEqual([
      400,
      'LocationRequired',
    ]);
    for (const name of ['ab', '1abc', 'abc-', 'a--b', 'a'.repeat(25)]) {
      expect(refusal(await putVault(emulator, name))).toEqual([
        400,
        'VaultNameNotValid',
        `The vault name '${name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens. Follow this link for more information: https://go.microsoft.com/fwlink/?linkid=2147742`,
      ]);
    }
  });

  it('should have a name of its own among all groups and subscriptions', async () => {
    await putVault(emulator, 'unique');
    for (const path of [vaultPath('Unique', 'other'), vaultPath('unique', 'rg', 'other-subscription')]) {
      const reply = await emulator.arm('PUT', path, { body: vaultBody() });
      expect(refusal(reply).slice(0, 2)).toEqual([409, 'VaultAlreadyExists']);
      expect(reply.text).toContain('is already in use. Vault names are globally unique so it is possible');
    }
    const moved = await emulator.arm('PUT', vaultPath('unique'), {
      body: vaultBody({}, { location: 'eastus' }),
    });
    expect(refusal(moved).slice(0, 2)).toEqual([409, 'InvalidResourceLocation']);
  });

  it('should tell whether a name can be had', async () => {
    await putVault(emulator, 'present');
    const check = (name: unknown, type: unknown = 'Microsoft.KeyVault/vaults'): Promise<Reply> =>
      emulator.arm('POST', '/subscriptions/s/providers/Microsoft.KeyVault/checkNameAvailability', {
        body: { name, type },
      });
    expect((await check('absent')).text).toBe('{"nameAvailable":true}');
    const taken = { nameAvailable: false, reason: 'AlreadyExists' };
    expect((await check('Present')).body).toMatchObject(taken);
    expect((await check('9wrong')).body).toMatchObject({
      nameAvailable: false,
      reason: 'AccountNameInvalid',
    });
    expect((await check('a', 'Microsoft.Storage/storageAccounts')).status).toBe(400);
    await emulator.arm('DELETE', vaultPath('present'));
    expect((await check('present')).body).toMatchObject(taken);
  });

  it('should be listed in its group, in its subscription and among all resources', async () => {
    for (const name of ['list-1', 'list-2', 'list-3']) {
      await putVault(emulator, name, {}, { group: 'lists' });
    }
    const names = ({ body }: Reply): string[] =>
      (body as { value: { name: string }[] }).value.map(({ name }) => name);
    const group = vaultPath('x', 'lists').replace(/\/x$/, '');
    const listed = await emulator.arm('GET', group);
    expect(names(listed)).toEqual(['list-1', 'list-2', 'list-3']);
    expect(Object.keys((listed.body as { value: object[] }).value[0] ?? {})).toEqual([
      'id',
      'name',
      'type',
      'location',
      'properties',
    ]);
    const subscription = '/subscriptions/00000000-0000-0000-0000-000000000002';
    const all = await emulator.arm('GET', `${subscription}/providers/Microsoft.KeyVault/vaults`);
    expect(names(all)).toEqual(expect.arrayContaining(['default', 'list-1']));
    const filter = encodeURIComponent("resourceType eq 'Microsoft.KeyVault/vaults'");
    const resources = await emulator.arm('GET', `${subscription}/resources?$filter=${filter}`, {
      api: '2015-11-01',
    });
    const { value } = resources.body as { value: { name: string }[] };
    expect(value.find(({ name }) => name === 'list-1')).toEqual({
      id: vaultPath('list-1', 'lists'),
      name: 'list-1',
      type: 'Microsoft.KeyVault/vaults',
      location: 'westeurope',
    });
    const first = await emulator.arm('GET', `${group}?$top=2`);
    const { nextLink } = first.body as { nextLink: string };
    expect(names(first)).toEqual(['list-1', 'list-2']);
    const second = await emulator.arm('GET', nextLink.replace(emulator.running.armUrl, ''));
    expect(names(second)).toEqual(['list-3']);
    expect(second.body).not.toHaveProperty('nextLink');
  });

  it('should have its access policies added to, taken from and replaced', async () => {
    await putVault(emulator, 'policies2', { accessPolicies: [POLICY] });
    const change = async (
      kind: string,
      permissions: object,
      objectId = POLICY.objectId,
    ): Promise<unknown> => {
      const body = { properties: { accessPolicies: [{ ...POLICY, objectId, permissions }] } };
      const reply = await emulator.arm('PUT', `${vaultPath('policies2')}/accessPolicies/${kind}`, { body });
      return (propertiesOf(reply).accessPolicies as { permissions: object }[]).map(
        (each) => each.permissions,
      );
    };
    expect(await change('add', { keys: ['List', 'create'], storage: ['get'] })).toEqual([
      { keys: ['get', 'list', 'create'], secrets: ['get'], certificates: ['get'], storage: ['get'] },
    ]);
    expect(await change('add', { secrets: ['all'] }, 'another')).toHaveLength(2);
    expect(await change('remove', { secrets: ['all'] }, 'another')).toHaveLength(1);
    expect(await change('replace', { secrets: ['set'] })).toEqual([{ secrets: ['set'] }]);
    const reply = await emulator.arm('PUT', `${vaultPath('policies2')}/accessPolicies/add`, {
      body: { properties: { accessPolicies: [POLICY] } },
    });
    expect(Object.keys(reply.body as object)).toEqual(['id', 'type', 'properties']);
    expect(reply.body).toMatchObject({
      id: `${vaultPath('policies2')}/accessPolicies/`,
      type: 'Microsoft.KeyVault/vaults/accessPolicies',
    });
    for (const path of ['accessPolicies/merge', 'accessPolicies/add']) {
      expect((await emulator.arm('PUT', `${vaultPath('policies2')}/${path}`, { body: {} })).status).toBe(400);
    }
  });
});

describe('a request to Azure Resource Manager', () => {
  it('should need a token, an api-version that exists, and a path that is known', async () => {
    const anonymous = await emulator.arm('GET', vaultPath('x'), { headers: { authorization: undefined } });
    expect(refusal(anonymous)).toEqual([
      401,
      'AuthenticationFailed',
      "Authentication failed. The 'Authorization' header is missing.",
    ]);
    expect(anonymous.headers['www-authenticate']).toContain('Bearer authorization_uri="https://');
    expect(refusal(await emulator.arm('GET', `${vaultPath('x')}?api-version=`))[1]).toBe(
      'MissingApiVersionParameter',
    );
    expect(refusal(await emulator.arm('GET', vaultPath('x'), { api: 'latest' }))[1]).toBe(
      'InvalidApiVersionParameter',
    );
    expect(refusal(await emulator.arm('GET', vaultPath('x'), { api: '2001-01-01' }))[1]).toBe(
      'NoRegisteredProviderFound',
    );
    expect((await emulator.arm('GET', '/subscriptions/s/nothing')).status).toBe(404);
    expect(refusal(await emulator.arm('GET', vaultPath('x', 'nobody')))[1]).toBe('ResourceGroupNotFound');
    expect(refusal(await emulator.arm('DELETE', `${vaultPath('default', 'emulator')}/secrets/a`))[1]).toBe(
      'DisallowedResourceOperation',
    );
  });
});
