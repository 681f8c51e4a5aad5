import { DEFAULT_SUBSCRIPTION } from '../vaults/subscriptions.ts';
import type { EmulatorUnderTest, Reply } from './emulatorUnderTest.ts';

/** The address of a vault in Azure Resource Manager, in the group `rg` of the emulator's own subscription unless it is said otherwise. */
export function vaultPath(name: string, group = 'rg', subscription: string = DEFAULT_SUBSCRIPTION): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults/${name}`;
}

/** The address of a deleted vault. */
export function deletedPath(
  name: string,
  location = 'westeurope',
  subscription: string = DEFAULT_SUBSCRIPTION,
): string {
  return `/subscriptions/${subscription}/providers/Microsoft.KeyVault/locations/${location}/deletedVaults/${name}`;
}

/** The body of a PUT that makes a vault. */
export function vaultBody(properties: object = {}, more: object = {}): object {
  return {
    location: 'westeurope',
    properties: {
      tenantId: '00000000-0000-0000-0000-000000000001',
      sku: { family: 'A', name: 'standard' },
      accessPolicies: [],
      ...properties,
    },
    ...more,
  };
}

/** Makes a vault or changes it. */
export function putVault(
  emulator: EmulatorUnderTest,
  name: string,
  properties: object = {},
  options: { readonly more?: object; readonly api?: string; readonly group?: string } = {},
): Promise<Reply> {
  const { more, group, ...rest } = options;
  return emulator.arm('PUT', vaultPath(name, group), { body: vaultBody(properties, more), ...rest });
}

/** Where the data plane of a vault is, as a header. */
export function at(name: string): { readonly headers: { readonly host: string } } {
  return { headers: { host: `${name}.vault.azure.net` } };
}
