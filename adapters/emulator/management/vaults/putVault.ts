import { ServiceError } from '../../errors/serviceError.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { Vault } from '../../vaults/vault.ts';
import { isVaultName } from '../../vaults/vaultName.ts';
import {
  deletedVaultConflict,
  invalidValue,
  nameInvalidMessage,
  vaultAlreadyExists,
  vaultIsBeingPurged,
} from '../armErrors.ts';
import type { ArmRequest } from '../armRequest.ts';
import { stampOf } from '../changeStamp.ts';
import { changedResource } from './changedResource.ts';
import { newVault } from './newVault.ts';
import { recoverVault } from './recoverVault.ts';
import { newVaultJson, vaultJson } from './vaultJson.ts';
import { isThere } from './vaultOf.ts';
import { readWantedVault, type WantedVault } from './wantedVault.ts';

/** PUT …/vaults/{name}: makes a vault, changes the one that is there, or recovers the one that was deleted. */
export function putVault(request: ArmRequest): Answer {
  const { name = '' } = request.params;
  if (!isVaultName(name)) throw new ServiceError(400, 'VaultNameNotValid', nameInvalidMessage(name));
  const wanted = readWantedVault(request.body());
  if (wanted.location === undefined) {
    throw new ServiceError(400, 'LocationRequired', 'The location property is required for this definition.');
  }
  const found = request.service.vaults.find(name, request.now);
  if (wanted.recover) {
    return { ...ok(vaultJson(request, recoverVault(request, found, wanted))), audit: 'VaultRecover' };
  }
  checkComplete(wanted, request.api.prefersRoles);
  if (found === undefined) return ok(newVaultJson(request, newVault(request, wanted)));
  const { vault, state } = found;
  if (state === 'active') return ok(vaultJson(request, replaced(request, vault, wanted)));
  if (!isNear(request, vault, wanted)) throw vaultAlreadyExists(name);
  if (state === 'purging') throw vaultIsBeingPurged(name);
  if (!comesBack(request, vault)) throw deletedVaultConflict();
  const recovered = recoverVault(request, found, { ...wanted, tags: wanted.tags ?? {} });
  return ok(vaultJson(request, replaced(request, recovered, wanted)));
}

/** Throws a 400 where a new vault lacks what every vault has. */
function checkComplete(wanted: WantedVault, prefersRoles: boolean): void {
  if (wanted.tenantId === undefined) throw invalidValue('tenantId');
  if (wanted.sku === undefined) throw invalidValue('sku');
  if (wanted.accessPolicies === undefined && !(wanted.rbac ?? prefersRoles))
    throw invalidValue('accessPolicies');
}

/** Changes a live vault as a PUT does: tags that it leaves out are gone. Throws 409 where the vault is another one. */
function replaced(request: ArmRequest, vault: Vault, wanted: WantedVault): Vault {
  const { displayName, resourceGroup, location } = vault.resource;
  if (!isThere(request, vault)) throw vaultAlreadyExists(displayName);
  if (wanted.location !== location) {
    throw new ServiceError(
      409,
      'InvalidResourceLocation',
      `The resource '${displayName}' already exists in location '${location}' in resource group '${resourceGroup}'. A resource with the same name cannot be created in location '${wanted.location}'. Please select a new resource name.`,
    );
  }
  vault.resource = changedResource(vault.resource, { ...wanted, tags: wanted.tags ?? {} }, stampOf(request));
  return vault;
}

/** Whether a deleted vault is in the subscription and the location of a PUT; of others the caller learns only that the name is taken (NR-05). */
function isNear({ params }: ArmRequest, { resource }: Vault, { location }: WantedVault): boolean {
  return (
    resource.subscriptionId.toLowerCase() === params.subscription?.toLowerCase() &&
    resource.location === location
  );
}

/** Recordings show that a PUT brings an empty vault of the same group back; with anything in it, it is refused. */
function comesBack(request: ArmRequest, vault: Vault): boolean {
  const { emptyDeletedVault } = request.service.settings;
  return emptyDeletedVault === 'recovered' && isThere(request, vault) && !vault.holdsObjects(request.now);
}
