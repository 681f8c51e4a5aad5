import { ServiceError } from '../errors/serviceError.ts';
import type { ArmApiVersion } from './armApiVersion.ts';

/** 404: there is no such live vault. */
export function resourceNotFound(name: string, group: string): ServiceError {
  return new ServiceError(
    404,
    'ResourceNotFound',
    `The Resource 'Microsoft.KeyVault/vaults/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}

/** 404: there is no such resource group. */
export function groupNotFound(group: string): ServiceError {
  return new ServiceError(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`);
}

/** 404: there is no such deleted vault. Its code and words changed in 2023. */
export function deletedVaultNotFound(name: string, api: ArmApiVersion): ServiceError {
  if (!api.namesDeletedVaults) {
    return new ServiceError(404, 'ResourceNotFound', 'The specified resource does not exist.');
  }
  return new ServiceError(
    404,
    'DeletedVaultNotFound',
    `The specified deleted vault '${name}' does not exist. Ensure that the vault was indeed deleted and that it is in recoverable state. If soft delete was not enabled then the vault is permanently deleted. Follow this link for more information: https://go.microsoft.com/fwlink/?linkid=2149745`,
  );
}

/** 409: the name is that of a deleted vault of the same subscription and location. */
export function deletedVaultConflict(): ServiceError {
  return new ServiceError(
    409,
    'ConflictError',
    'A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.',
  );
}

/** What is said of a vault's name that is taken elsewhere. */
export function nameTakenMessage(name: string): string {
  return `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken. If you are sure that the vault name was not taken then it is possible that a vault with the same name was recently deleted but not purged after being placed in a recoverable state. If the vault is in a recoverable state then the vault will need to be purged before reusing the name. For more information about VaultAlreadyExists, soft delete and purging a vault follow this link https://go.microsoft.com/fwlink/?linkid=2147740.`;
}

/** What is said of a name that no vault can have. */
export function nameInvalidMessage(name: string): string {
  return `The vault name '${name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must begin with a letter, end with a letter or digit, and not contain consecutive hyphens. Follow this link for more information: https://go.microsoft.com/fwlink/?linkid=2147742`;
}

/** 409: the name is that of another vault somewhere else, live or deleted. */
export function vaultAlreadyExists(name: string): ServiceError {
  return new ServiceError(409, 'VaultAlreadyExists', nameTakenMessage(name));
}

/** 400: nothing is deleted that could be recovered. */
export function nothingToRecover(): ServiceError {
  return new ServiceError(
    400,
    'SoftDeletedVaultDoesNotExist',
    'A soft deleted vault with the given name does not exist. Ensure that the name for the vault that is being attempted to recover is in a recoverable state.',
  );
}

/** 409: the vault is being purged. */
export function vaultIsBeingPurged(name: string): ServiceError {
  return new ServiceError(
    409,
    'ConflictError',
    `A conflict occurred that prevented the operation from completing. The vault '${name}' is being purged; retry later.`,
  );
}

/** 405: a protected vault is purged by the service alone. */
export function purgeNotAllowed(): ServiceError {
  return new ServiceError(405, 'MethodNotAllowed', "Operation 'DeletedVaultPurge' is not allowed.");
}

/** 400 for a property with a value that cannot be. */
export function invalidValue(property: string): ServiceError {
  return new ServiceError(400, 'BadRequest', `An invalid value was provided for '${property}'.`);
}
