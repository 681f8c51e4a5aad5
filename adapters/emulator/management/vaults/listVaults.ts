import { mayManage } from '../../permissions/armAccess.ts';
import type { Answer } from '../../requests/answer.ts';
import type { Vault } from '../../vaults/vault.ts';
import { vaultScope } from '../../vaults/vaultScope.ts';
import { armPage } from '../armPage.ts';
import type { ArmRequest } from '../armRequest.ts';
import { resourceItem, vaultItem } from './vaultJson.ts';
import { isThere } from './vaultOf.ts';

/** GET /subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.KeyVault/vaults: the live vaults of a group. */
export function listVaultsOfGroup(request: ArmRequest): Answer {
  const { subscription, group } = request.params;
  const path = `subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.KeyVault/vaults`;
  const vaults = liveVaults(request).filter((vault) => isThere(request, vault));
  return armPage(request, path, vaults, (vault) => vaultItem(request, vault));
}

/** GET /subscriptions/{subscription}/providers/Microsoft.KeyVault/vaults: the live vaults of a subscription. */
export function listVaultsOfSubscription(request: ArmRequest): Answer {
  const path = `subscriptions/${request.params.subscription}/providers/Microsoft.KeyVault/vaults`;
  return armPage(request, path, liveVaults(request), (vault) => vaultItem(request, vault));
}

/** GET /subscriptions/{subscription}/resources: the live vaults of a subscription as resources among others; there are no others here. */
export function listResources(request: ArmRequest): Answer {
  const filter = request.query('$filter') ?? '';
  const type = /resourceType\s+eq\s+'([^']*)'/i.exec(filter)?.[1] ?? 'Microsoft.KeyVault/vaults';
  const name = /\bname\s+eq\s+'([^']*)'/i.exec(filter)?.[1]?.toLowerCase();
  const wanted = type.toLowerCase() === 'microsoft.keyvault/vaults' ? liveVaults(request) : [];
  const vaults = wanted.filter((vault) => name === undefined || vault.name === name);
  return armPage(request, `subscriptions/${request.params.subscription}/resources`, vaults, resourceItem);
}

/** The live vaults of a path's subscription that the caller may read. */
function liveVaults({ service, now, params, caller }: ArmRequest): Vault[] {
  const subscription = params.subscription?.toLowerCase();
  return service.vaults
    .all(now)
    .filter(({ state }) => state === 'active')
    .map(({ vault }) => vault)
    .filter(({ resource }) => resource.subscriptionId.toLowerCase() === subscription)
    .filter(({ resource }) =>
      mayManage(caller, 'Microsoft.KeyVault/vaults/read', vaultScope(resource), service.roles),
    );
}
