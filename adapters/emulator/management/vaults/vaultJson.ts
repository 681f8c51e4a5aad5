import type { Vault } from '../../vaults/vault.ts';
import type { ChangeStamp, VaultResource } from '../../vaults/vaultResource.ts';
import { vaultScope } from '../../vaults/vaultScope.ts';
import type { ArmRequest } from '../armRequest.ts';

/** A vault as a list of all kinds of resources shows it. */
export function resourceItem({ resource }: Vault): object {
  return {
    id: vaultScope(resource),
    name: resource.displayName,
    type: 'Microsoft.KeyVault/vaults',
    location: resource.location,
    tags: Object.keys(resource.tags).length === 0 ? undefined : resource.tags,
  };
}

/** A vault as a list of vaults shows it. */
export function vaultItem(request: ArmRequest, vault: Vault): object {
  return { ...resourceItem(vault), properties: propertiesOf(request, vault, `${vaultUrl(request, vault)}/`) };
}

/** A vault as get, create and update answer it. */
export function vaultJson(request: ArmRequest, vault: Vault): object {
  return described(request, vault, `${vaultUrl(request, vault)}/`);
}

/** A vault that was just made: while its host name is not known yet, its address lacks the slash. */
export function newVaultJson(request: ArmRequest, vault: Vault): object {
  const slash = isRegistered(request, vault) ? '/' : '';
  return described(request, vault, `${vaultUrl(request, vault)}${slash}`);
}

function described(request: ArmRequest, vault: Vault, vaultUri: string): object {
  const { created, modified, tags } = vault.resource;
  return {
    ...resourceItem(vault),
    tags,
    systemData: request.api.showsSystemData
      ? {
          createdBy: created.by,
          createdByType: created.byType,
          createdAt: timeOf(created),
          lastModifiedBy: modified.by,
          lastModifiedByType: modified.byType,
          lastModifiedAt: timeOf(modified),
        }
      : undefined,
    properties: propertiesOf(request, vault, vaultUri),
  };
}

function propertiesOf(request: ArmRequest, vault: Vault, vaultUri: string): object {
  const { api } = request;
  const { resource } = vault;
  return {
    sku: { family: 'A', name: resource.sku },
    tenantId: resource.tenantId,
    networkAcls: resource.networkAcls,
    accessPolicies: resource.accessPolicies,
    enabledForDeployment: resource.enabledForDeployment,
    enabledForDiskEncryption: resource.enabledForDiskEncryption,
    enabledForTemplateDeployment: resource.enabledForTemplateDeployment,
    enableSoftDelete: resource.softDelete,
    softDeleteRetentionInDays: retentionOf(request, resource),
    enableRbacAuthorization: resource.rbac,
    enablePurgeProtection: resource.purgeProtection || undefined,
    vaultUri,
    provisioningState: isRegistered(request, vault) ? 'Succeeded' : 'RegisteringDns',
    publicNetworkAccess: api.showsPublicAccess ? resource.publicNetworkAccess : undefined,
  };
}

/** Versions of the API before mid 2022 leave out what no client ever said. */
function retentionOf({ api }: ArmRequest, { softDelete, retentionDays }: VaultResource): number | undefined {
  if (!softDelete) return retentionDays;
  return retentionDays ?? (api.showsUsualRetention ? 90 : undefined);
}

function isRegistered({ now }: ArmRequest, vault: Vault): boolean {
  return vault.reachableFrom <= now;
}

/** Where the data plane of a vault is. */
function vaultUrl({ service }: ArmRequest, vault: Vault): string {
  return `https://${vault.name}.${service.addresses.vaultSuffix}`;
}

function timeOf({ at }: ChangeStamp): string {
  return new Date(at * 1000).toISOString();
}
