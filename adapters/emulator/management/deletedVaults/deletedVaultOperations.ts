import { mayManage } from '../../permissions/armAccess.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { Vault } from '../../vaults/vault.ts';
import type { FoundVault } from '../../vaults/vaultDirectory.ts';
import { vaultScope } from '../../vaults/vaultScope.ts';
import { deletedVaultNotFound, purgeNotAllowed, vaultIsBeingPurged } from '../armErrors.ts';
import { armPage } from '../armPage.ts';
import type { ArmRequest } from '../armRequest.ts';

/** GET /subscriptions/{subscription}/providers/Microsoft.KeyVault/deletedVaults: the deleted vaults of a subscription; none for a caller who may not see them (LS-08). */
export function listDeletedVaults(request: ArmRequest): Answer {
  const { service, now, params, caller } = request;
  const { subscription = '' } = params;
  const path = `subscriptions/${subscription}/providers/Microsoft.KeyVault/deletedVaults`;
  const action = 'Microsoft.KeyVault/deletedVaults/read';
  const visible = mayManage(caller, action, `/subscriptions/${subscription}`, service.roles);
  const deleted = visible
    ? service.vaults.all(now).filter((found) => isDeleted(found) && isIn(found.vault, subscription))
    : [];
  return armPage(request, path, deleted, ({ vault }) => deletedVaultJson(vault, undefined));
}

/** GET …/locations/{location}/deletedVaults/{name} */
export function getDeletedVault(request: ArmRequest): Answer {
  const { vault } = deletedVault(request);
  return ok(deletedVaultJson(vault, vault.resource.tags));
}

/**
 * POST …/locations/{location}/deletedVaults/{name}/purge: destroys a deleted vault for good, with everything in it; not
 * under purge protection (PP-06) and not in an undeletable subscription (UN-01). That it takes its time can be seen where
 * the answer's location points.
 */
export function purgeDeletedVault(request: ArmRequest): Answer {
  const { service, now } = request;
  const { vault, state } = deletedVault(request);
  if (vault.purgeProtection || vault.undeletable) throw purgeNotAllowed();
  if (state === 'purging') throw vaultIsBeingPurged(vault.name);
  vault.transitions += 1;
  const settlesAt = now + service.settling('purgeVault', `${vault.name}/vault/${vault.transitions}`);
  vault.life = { turn: 'purged', settlesAt };
  const id = service.vaultPurges.begin({ created: now, settlesAt });
  return { status: 202, headers: pollingHeaders(request, id, settlesAt - now) };
}

/** GET …/locations/{location}/operationResults/{id}: whether the purge of a vault is over. */
export function getOperationResult(request: ArmRequest): Answer {
  const { service, now, params, api } = request;
  const purge = service.vaultPurges.find(params.id ?? '');
  if (purge === undefined) throw deletedVaultNotFound(params.id ?? '', api);
  const createdDateTime = timeOf(purge.created);
  if (now >= purge.settlesAt) {
    return ok({ createdDateTime, lastActionDateTime: timeOf(purge.settlesAt), status: 'Succeeded' });
  }
  return {
    status: 202,
    headers: pollingHeaders(request, params.id ?? '', purge.settlesAt - now),
    body: { createdDateTime, status: 'NotStarted' },
  };
}

/** Where to look next, and when: where nothing takes time, at once. */
function pollingHeaders(
  { baseUrl, params, api }: ArmRequest,
  id: string,
  seconds: number,
): Readonly<Record<string, string>> {
  const { subscription, location } = params;
  return {
    location: `${baseUrl}/subscriptions/${subscription}/providers/Microsoft.KeyVault/locations/${location}/operationResults/${id}?api-version=${api.name}`,
    'retry-after': seconds === 0 ? '0' : '5',
  };
}

/** The deleted vault that a path names, with its subscription and location. Throws 404 when there is none. */
function deletedVault({ service, now, params, api }: ArmRequest): FoundVault {
  const { name = '', subscription = '', location = '' } = params;
  const found = service.vaults.find(name, now);
  const there =
    found !== undefined &&
    isDeleted(found) &&
    isIn(found.vault, subscription) &&
    found.vault.location === location.toLowerCase().replaceAll(' ', '');
  if (!there) throw deletedVaultNotFound(name, api);
  return found;
}

/** A deleted vault; it can be seen until its purge is over. */
function deletedVaultJson(vault: Vault, tags: object | undefined): object {
  const { subscriptionId, displayName, location } = vault.resource;
  const [deleted, scheduled] = vault.deletionDates;
  return {
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.KeyVault/locations/${location}/deletedVaults/${displayName}`,
    name: displayName,
    type: 'Microsoft.KeyVault/deletedVaults',
    properties: {
      vaultId: vaultScope(vault.resource),
      location,
      tags: tags ?? (Object.keys(vault.resource.tags).length === 0 ? undefined : vault.resource.tags),
      deletionDate: isoTime(deleted),
      scheduledPurgeDate: isoTime(scheduled),
      purgeProtectionEnabled: vault.purgeProtection || undefined,
    },
  };
}

function isDeleted({ state }: FoundVault): boolean {
  return state === 'deleted' || state === 'purging';
}

function isIn({ resource }: Vault, subscription: string): boolean {
  return resource.subscriptionId.toLowerCase() === subscription.toLowerCase();
}

function isoTime(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

function timeOf(seconds: number): string {
  return isoTime(seconds).replace('T', ' ');
}
