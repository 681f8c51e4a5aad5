import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { ClientSecretCredential, DefaultAzureCredential } from '@azure/identity';
import { SecretClient } from '@azure/keyvault-secrets';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { EmulatorUnderTest } from './testing/emulatorUnderTest.ts';
import { clientOptions, localHosts, QUICK } from './testing/sdkClients.ts';
import { DEFAULT_SUBSCRIPTION } from './vaults/subscriptions.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  // Credentials reckon with real time, so that the clock must run with it.
  emulator = await EmulatorUnderTest.start({ tokens: 'checked', startAt: Date.now() / 1000, frozen: false });
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => emulator.close());

/** What credentials need besides what the environment says. */
function credentialOptions(): {
  readonly disableInstanceDiscovery: boolean;
  readonly tlsOptions: { readonly ca: string };
} {
  return { disableInstanceDiscovery: true, tlsOptions: { ca: emulator.running.caPem } };
}

function signedIn(): ClientSecretCredential {
  const { tenantId, clientId, clientSecret } = emulator.running.principal;
  const authorityHost = emulator.running.armUrl;
  return new ClientSecretCredential(tenantId, clientId, clientSecret, {
    ...credentialOptions(),
    authorityHost,
  });
}

const vaultParameters = {
  location: 'westeurope',
  properties: {
    tenantId: '00000000-0000-0000-0000-000000000001',
    sku: { family: 'A' as const, name: 'standard' as const },
    accessPolicies: [],
  },
};

describe('the credentials of the JavaScript SDK', () => {
  it('should sign in with a secret and open a vault', async () => {
    const client = new SecretClient(emulator.running.url, signedIn(), clientOptions(emulator));
    await client.setSecret('mine', 'value');
    expect((await client.getSecret('mine')).value).toBe('value');
  });

  it('should sign in by the environment', async () => {
    const { tenantId, clientId, clientSecret } = emulator.running.principal;
    vi.stubEnv('AZURE_TENANT_ID', tenantId);
    vi.stubEnv('AZURE_CLIENT_ID', clientId);
    vi.stubEnv('AZURE_CLIENT_SECRET', clientSecret);
    vi.stubEnv('AZURE_AUTHORITY_HOST', emulator.running.armUrl);
    const credential = new DefaultAzureCredential(credentialOptions());
    const client = new SecretClient(emulator.running.url, credential, clientOptions(emulator));
    await client.setSecret('by-environment', 'value');
    expect((await client.getSecret('by-environment')).value).toBe('value');
  });

  it('should be refused with a wrong secret', async () => {
    const { tenantId, clientId } = emulator.running.principal;
    const credential = new ClientSecretCredential(tenantId, clientId, 'wrong', {
      ...credentialOptions(),
      authorityHost: emulator.running.armUrl,
    });
    const client = new SecretClient(emulator.running.url, credential, clientOptions(emulator));
    await expect(client.getSecret('mine')).rejects.toThrow('AADSTS7000215');
  });
});

describe("the JavaScript SDK's KeyVaultManagementClient", () => {
  it('should create, list, delete, recover and purge a vault whose data the principal reaches by its policy', async () => {
    const { objectId, tenantId } = emulator.running.principal;
    const client = new KeyVaultManagementClient(signedIn(), DEFAULT_SUBSCRIPTION, {
      endpoint: emulator.running.armUrl,
      tlsOptions: { ca: emulator.running.caPem },
    });
    const { vaults } = client;
    const wanted = { name: 'sdk-vault', type: 'Microsoft.KeyVault/vaults' } as const;
    expect(await vaults.checkNameAvailability(wanted)).toMatchObject({ nameAvailable: true });
    const accessPolicies = [{ tenantId, objectId, permissions: { secrets: ['all'] as ['all'] } }];
    const made = await vaults.createOrUpdate(
      'sdk-group',
      'sdk-vault',
      {
        ...vaultParameters,
        properties: { ...vaultParameters.properties, accessPolicies, enableRbacAuthorization: false },
      },
      { updateIntervalInMs: 5 },
    );
    expect(made.properties).toMatchObject({ provisioningState: 'Succeeded', softDeleteRetentionInDays: 90 });
    const secrets = new SecretClient(made.properties.vaultUri ?? '', signedIn(), {
      ...clientOptions(emulator),
      additionalPolicies: [{ policy: localHosts(emulator), position: 'perCall' }],
    });
    await secrets.setSecret('inside', 'kept');
    await (await secrets.beginDeleteSecret('inside', QUICK)).pollUntilDone();
    await expect(secrets.purgeDeletedSecret('inside')).rejects.toMatchObject({ statusCode: 403 });
    const names = async (
      list: AsyncIterable<{ readonly name?: string }>,
    ): Promise<(string | undefined)[]> => {
      const found: (string | undefined)[] = [];
      for await (const { name } of list) found.push(name);
      return found;
    };
    expect(await names(vaults.listByResourceGroup('sdk-group'))).toEqual(['sdk-vault']);
    expect(await names(vaults.list())).toContain('sdk-vault');
    await vaults.update('sdk-group', 'sdk-vault', { tags: { a: 'b' } });
    await vaults.delete('sdk-group', 'sdk-vault');
    expect(await names(vaults.listDeleted())).toEqual(['sdk-vault']);
    expect((await vaults.getDeleted('sdk-vault', 'westeurope')).properties).toMatchObject({
      tags: { a: 'b' },
    });
    await vaults.createOrUpdate(
      'sdk-group',
      'sdk-vault',
      { ...vaultParameters, properties: { ...vaultParameters.properties, createMode: 'recover' } },
      { updateIntervalInMs: 5 },
    );
    expect(await secrets.getDeletedSecret('inside')).toMatchObject({ name: 'inside' });
    await vaults.delete('sdk-group', 'sdk-vault');
    await vaults.purgeDeleted('sdk-vault', 'westeurope', { updateIntervalInMs: 5 });
    await expect(vaults.getDeleted('sdk-vault', 'westeurope')).rejects.toMatchObject({
      statusCode: 404,
      code: 'DeletedVaultNotFound',
    });
  });
});
