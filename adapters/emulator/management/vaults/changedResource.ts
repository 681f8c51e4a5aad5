import type { ChangeStamp, VaultResource } from '../../vaults/vaultResource.ts';
import { changedSettings } from './monotoneSettings.ts';
import type { WantedVault } from './wantedVault.ts';

/** A vault after a change: what the change does not speak of stays. Throws a 400 for what cannot be taken back. */
export function changedResource(
  present: VaultResource,
  wanted: WantedVault,
  modified: ChangeStamp,
): VaultResource {
  return {
    ...present,
    ...changedSettings(present, wanted),
    tags: wanted.tags ?? present.tags,
    tenantId: wanted.tenantId ?? present.tenantId,
    sku: wanted.sku ?? present.sku,
    accessPolicies: wanted.accessPolicies ?? present.accessPolicies,
    rbac: wanted.rbac ?? present.rbac,
    networkAcls: wanted.networkAcls ?? present.networkAcls,
    enabledForDeployment: wanted.enabledForDeployment ?? present.enabledForDeployment,
    enabledForDiskEncryption: wanted.enabledForDiskEncryption ?? present.enabledForDiskEncryption,
    enabledForTemplateDeployment: wanted.enabledForTemplateDeployment ?? present.enabledForTemplateDeployment,
    publicNetworkAccess: wanted.publicNetworkAccess ?? present.publicNetworkAccess,
    modified,
  };
}
