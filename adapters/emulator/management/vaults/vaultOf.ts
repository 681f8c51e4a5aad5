import type { Vault } from '../../vaults/vault.ts';
import { resourceNotFound } from '../armErrors.ts';
import type { ArmRequest } from '../armRequest.ts';

/** The live vault that a path names, with its subscription and group. Throws 404 when there is none. */
export function vaultOf(request: ArmRequest): Vault {
  const { name = '', group = '' } = request.params;
  const found = request.service.vaults.find(name, request.now);
  if (found?.state === 'active' && isThere(request, found.vault)) return found.vault;
  throw resourceNotFound(name, group);
}

/** Whether a vault is in the subscription and the group that a path names. */
export function isThere({ params }: ArmRequest, { resource }: Vault): boolean {
  const { subscription = '', group = '' } = params;
  return (
    resource.subscriptionId.toLowerCase() === subscription.toLowerCase() &&
    resource.resourceGroup.toLowerCase() === group.toLowerCase()
  );
}
