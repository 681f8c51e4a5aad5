import type { Vault } from '../../vaults/vault.ts';
import type { FoundVault } from '../../vaults/vaultDirectory.ts';
import { groupNotFound, nothingToRecover, vaultIsBeingPurged } from '../armErrors.ts';
import type { ArmRequest } from '../armRequest.ts';
import { stampOf } from '../changeStamp.ts';
import { isThere } from './vaultOf.ts';
import type { WantedVault } from './wantedVault.ts';

/**
 * Recovers a deleted vault where it was: as it was, with all that is in it, but for its role assignments and event
 * subscriptions, which went with the deletion (VT-07), and its tags, which become those of the request.
 */
export function recoverVault(
  request: ArmRequest,
  found: FoundVault | undefined,
  { tags = {}, location }: WantedVault,
): Vault {
  const { subscription = '', group = '', name = '' } = request.params;
  const deleted = found !== undefined && found.state !== 'active';
  if (!deleted || !isThere(request, found.vault) || found.vault.location !== location)
    throw nothingToRecover();
  if (found.state === 'purging') throw vaultIsBeingPurged(name);
  if (request.service.groups.find(subscription, group) === undefined) throw groupNotFound(group);
  const { vault } = found;
  vault.life = { turn: 'made' };
  vault.resource = { ...vault.resource, tags, modified: stampOf(request) };
  return vault;
}
