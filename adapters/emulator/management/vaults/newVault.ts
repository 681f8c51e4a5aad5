import type { Vault } from '../../vaults/vault.ts';
import type { VaultResource } from '../../vaults/vaultResource.ts';
import type { ArmRequest } from '../armRequest.ts';
import { stampOf } from '../changeStamp.ts';
import { newSettings } from './monotoneSettings.ts';
import type { WantedVault } from './wantedVault.ts';

/** Makes a vault under a name that is free; its host name is known after a while. */
export function newVault(request: ArmRequest, wanted: WantedVault): Vault {
  const { service, now, params, api } = request;
  const { name = '', subscription = '', group = '' } = params;
  const stamp = stampOf(request);
  const settings = newSettings(wanted, service.settings.softDeleteOptOut);
  const resource: VaultResource = {
    displayName: name,
    subscriptionId: subscription,
    resourceGroup: group,
    location: wanted.location ?? '',
    tenantId: wanted.tenantId ?? '',
    sku: wanted.sku ?? 'standard',
    tags: wanted.tags ?? {},
    accessPolicies: wanted.accessPolicies ?? [],
    rbac: wanted.rbac ?? (api.prefersRoles ? true : undefined),
    networkAcls: wanted.networkAcls,
    enabledForDeployment: wanted.enabledForDeployment ?? false,
    enabledForDiskEncryption: wanted.enabledForDiskEncryption,
    enabledForTemplateDeployment: wanted.enabledForTemplateDeployment,
    publicNetworkAccess: wanted.publicNetworkAccess ?? 'Enabled',
    ...settings,
    retentionDays:
      settings.retentionDays ?? (settings.softDelete && api.showsUsualRetention ? 90 : undefined),
    created: stamp,
    modified: stamp,
  };
  service.groups.ensure(subscription, group, resource.location);
  const reachableFrom =
    now + service.settling('registerVault', `${subscription}/${name.toLowerCase()}/${now}`);
  return service.vaults.create(resource, now, reachableFrom);
}
