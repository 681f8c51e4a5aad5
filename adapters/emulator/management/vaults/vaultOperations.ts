import type { EmulatedService } from '../../emulatedService.ts';
import { type Answer, NO_CONTENT, ok } from '../../requests/answer.ts';
import type { Vault } from '../../vaults/vault.ts';
import { vaultScope } from '../../vaults/vaultScope.ts';
import { groupNotFound } from '../armErrors.ts';
import type { ArmRequest } from '../armRequest.ts';
import { stampOf } from '../changeStamp.ts';
import { changedResource } from './changedResource.ts';
import { vaultJson } from './vaultJson.ts';
import { isThere, vaultOf } from './vaultOf.ts';
import { readWantedVault } from './wantedVault.ts';

/** Seconds of a day; retention counts whole days of that length (RT-06). */
const DAY = 86_400;

/** GET …/vaults/{name} */
export function getVault(request: ArmRequest): Answer {
  const { subscription = '', group = '' } = request.params;
  if (request.service.groups.find(subscription, group) === undefined) throw groupNotFound(group);
  return ok(vaultJson(request, vaultOf(request)));
}

/** PATCH …/vaults/{name}: changes what the body speaks of. */
export function patchVault(request: ArmRequest): Answer {
  const wanted = readWantedVault(request.body());
  const vault = vaultOf(request);
  vault.resource = changedResource(vault.resource, wanted, stampOf(request));
  return ok(vaultJson(request, vault));
}

/** DELETE …/vaults/{name}: deletes a live vault, softly if it has soft delete; nothing at all is 204 (DL-10). */
export function deleteVault(request: ArmRequest): Answer {
  const { service, now, params } = request;
  const found = service.vaults.find(params.name ?? '', now);
  if (found?.state !== 'active' || !isThere(request, found.vault)) return NO_CONTENT;
  removeVault(service, found.vault, now);
  return { status: 200 };
}

/** Deletes a vault with everything in it. What is in it keeps its own dates; its role assignments and event subscriptions are gone for good (VT-07). */
export function removeVault({ vaults, roles }: EmulatedService, vault: Vault, now: number): void {
  roles.removeBeneath(vaultScope(vault.resource));
  vault.eventSubscriptions.clear();
  if (!vault.softDelete) {
    vaults.remove(vault);
    return;
  }
  const scheduledPurgeDate = now + vault.retentionDays * DAY;
  vault.deletionDates = [now, scheduledPurgeDate];
  vault.life = { turn: 'deleted', deletedDate: now, scheduledPurgeDate, settlesAt: now };
}
