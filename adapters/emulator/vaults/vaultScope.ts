import type { VaultResource } from './vaultResource.ts';

/** A vault's address in Azure Resource Manager. */
export function vaultScope({ subscriptionId, resourceGroup, displayName }: VaultResource): string {
  return `${groupScope(subscriptionId, resourceGroup)}/providers/Microsoft.KeyVault/vaults/${displayName}`;
}

/** A resource group's address. */
export function groupScope(subscriptionId: string, resourceGroup: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
}
