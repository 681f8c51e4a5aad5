import { describe, expect, it } from 'vitest';
import { isManagedHsm, planeOf } from './plane.ts';

describe('planeOf', () => {
  it.each([
    ['data', 'contoso.vault.azure.net', '/anything'],
    ['data', 'login.vault.azure.net', '/secrets'],
    ['data', 'keyvault_name.vault.azure.net', '/'],
    ['data', 'contoso.vault.azure.cn', '/keys'],
    ['data', 'contoso.vault.usgovcloudapi.net', '/keys'],
    ['data', 'contoso.vault.microsoftazure.de', '/keys'],
    ['data', 'contoso.privatelink.vaultcore.azure.net', '/keys'],
    ['data', 'contoso.vault.azure.net:8443', '/keys'],
    ['data', 'contoso.managedhsm.azure.net', '/providers/Microsoft.Authorization/roleAssignments'],
    ['data', 'localhost:8443', '/deletedsecrets/a'],
    ['data', '127.0.0.1:10443', '/secrets'],
    ['data', '[::1]:10443', '/certificates/a/pending'],
    ['data', 'sanitized', '/keys/a/backup'],
    ['data', 'contoso.localhost:8443', '/storage/a'],
    ['data', '', '/secrets/a/'],
    ['management', 'management.azure.com', '/subscriptions/s/providers/Microsoft.KeyVault/deletedVaults'],
    [
      'management',
      'management.usgovcloudapi.net',
      '/subscriptions/s/resourceGroups/g/providers/microsoft.keyvault/vaults/v',
    ],
    ['management', 'localhost:8444', '/subscriptions/s/providers/Microsoft.KeyVault/vaults'],
    ['auth', 'login.microsoftonline.com', '/tenant/oauth2/v2.0/token'],
    ['auth', 'login', '/tenant'],
    ['auth', '169.254.169.254', '/metadata/identity/oauth2/token'],
    ['auth', 'localhost:8445', '/tenant/oauth2/v2.0/token'],
    ['other', 'contoso..vault.azure.net', '/secrets'],
    ['other', 'contoso.vault.azure.netkeys', '/secrets'],
    ['other', 'vault.azure.net.example.com', '/secrets'],
    ['other', 'contoso.blob.core.windows.net', '/secrets/a'],
    ['other', 'contoso.azconfig.io', '/keys'],
    ['other', 'management.azure.com', '/subscriptions/s/resourceGroups/g'],
    ['other', 'management.example.com', '/subscriptions/s/providers/Microsoft.KeyVault/vaults'],
    ['other', 'localhost', '/health'],
    ['other', 'localhost', '/secretsauce'],
  ] as const)('should take for %s: %s%s', (plane, host, path) => {
    expect(planeOf({ host, path, query: {} })).toBe(plane);
  });

  it('should take a list of all resources for management where its filter asks for vaults', () => {
    const list = { host: 'management.azure.com', path: '/subscriptions/s/resources' };
    const vaults = { $filter: "resourceType eq 'Microsoft.KeyVault/vaults'" };
    expect(planeOf({ ...list, query: vaults })).toBe('management');
    expect(planeOf({ ...list, query: { $filter: "resourceType eq 'Microsoft.Web/sites'" } })).toBe('other');
    expect(planeOf({ ...list, query: 'unrecorded' })).toBe('other');
  });

  it('should tell managed HSMs from vaults', () => {
    expect(isManagedHsm('contoso.managedhsm.azure.net')).toBe(true);
    expect(isManagedHsm('contoso.managedhsm.usgovcloudapi.net')).toBe(true);
    expect(isManagedHsm('managedhsm.vault.azure.net')).toBe(false);
  });
});
