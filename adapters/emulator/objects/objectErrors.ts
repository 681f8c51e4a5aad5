import { ServiceError } from '../errors/serviceError.ts';
import type { ObjectKind } from './objectKind.ts';

/** The refusals that objects of one kind cause, in the service's words of 2021 and later. */
export interface ObjectErrors {
  /** The kind that the words are about. */
  readonly kind: ObjectKind;
  /** 404: no such live object. */
  notFound(name: string): ServiceError;
  /** 404: a live object has no such version. */
  versionNotFound(name: string, version: string): ServiceError;
  /** 404: no such deleted object. */
  deletedNotFound(name: string): ServiceError;
  /** 409: a name cannot be set because it is deleted, but recoverable. */
  nameIsDeleted(name: string): ServiceError;
  /** 409: a name cannot be set while it is being deleted or purged. */
  nameIsBeingDeleted(name: string): ServiceError;
  /** 409: a name cannot be set while it is being recovered. */
  nameIsBeingRecovered(name: string): ServiceError;
  /** 409: a deletion must settle before it can be undone. */
  recoverWhileDeleting(name: string): ServiceError;
  /** 409: somebody else recovers the object already. The service gives no inner code here. */
  recoverWhileRecovering(id: string): ServiceError;
  /** 409: a deletion must settle before its object can be purged. */
  purgeWhileDeleting(): ServiceError;
  /** 409: an object that is being recovered is no longer there to be purged. */
  purgeWhileRecovering(): ServiceError;
  /** 403: the object belongs to a certificate, through which alone it can be changed (CR-04). */
  managed(operation: string): ServiceError;
  /** 409: the name in a backup is in use, deleted or in between. The service gives no inner code here. */
  restoreConflict(id: string): ServiceError;
}

/** 409, with the particular reason as inner code. */
function conflict(innerCode: string, message: string): ServiceError {
  return new ServiceError(409, 'Conflict', message, innerCode);
}

/** Secrets have been told since 2022 where to go instead; of keys only the older words are known. */
function managedMessage({ noun }: ObjectKind, operation: string): string {
  return noun === 'secret'
    ? `Operation "${operation}" is not allowed on this secret, since it is associated with a certificate. Perform the operation on the corresponding certificate. For more information refer to https://docs.microsoft.com/en-us/azure/key-vault/certificates/about-certificates#composition-of-a-certificate`
    : `Operation "${operation}" is not allowed as this object's lifetime is managed by Key Vault.`;
}

/** The refusals for one kind of object. */
export function objectErrors(kind: ObjectKind): ObjectErrors {
  const { title, noun } = kind;
  const refuse = (message: string): ServiceError => new ServiceError(404, `${title}NotFound`, message);
  const notFound = (nameOrId: string): ServiceError =>
    refuse(
      `A ${noun} with (name/id) ${nameOrId} was not found in this key vault. If you recently deleted this ${noun} you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`,
    );
  return {
    kind,
    notFound,
    versionNotFound: (name, version) =>
      notFound(noun === 'certificate' ? `${name}/versions/${version}` : `${name}/${version}`),
    deletedNotFound: (name) => refuse(`Deleted ${title} not found: ${name}`),
    nameIsDeleted: (name) =>
      conflict(
        'ObjectIsDeletedButRecoverable',
        `${title} ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the ${noun} can only be recovered or purged.`,
      ),
    nameIsBeingDeleted: (name) =>
      conflict(
        'ObjectIsBeingDeleted',
        `${title} ${name} is currently being deleted and cannot be re-created; retry later.`,
      ),
    nameIsBeingRecovered: (name) =>
      conflict(
        'ObjectIsBeingRecovered',
        `${title} ${name} is currently being recovered and cannot be re-created; retry later.`,
      ),
    recoverWhileDeleting: (name) =>
      conflict('ObjectIsBeingDeleted', `${title} ${name} is currently being deleted.`),
    recoverWhileRecovering: (id) =>
      new ServiceError(
        409,
        'Conflict',
        `There was a conflict while recovering the soft-deleted ${noun} '${id}'. This can happen when multiple operations are performed in parallel against the soft-deleted ${noun}. To avoid this error, perform operations against a ${noun} in a sequential manner.`,
      ),
    purgeWhileDeleting: () => conflict('ObjectIsBeingDeleted', `${title} is currently being deleted.`),
    purgeWhileRecovering: () => conflict('ObjectIsBeingRecovered', `${title} is currently being recovered.`),
    managed: (operation) =>
      new ServiceError(403, 'Forbidden', managedMessage(kind, operation), `${title}ManagedByKeyVault`),
    restoreConflict: (id) =>
      new ServiceError(
        409,
        'Conflict',
        `There was a conflict restoring the ${noun} '${id}'. This can happen if either: a second ${noun} with the same name was created after the first ${noun} was deleted; thus trying to restore a ${noun} whose name is already in use. To fix this, rename the second ${noun} to something else so that the restore works. The second probable cause of this exception is when multiple operations are performed in parallel against the ${noun}. To avoid this error, perform operations against a ${noun} in a sequential manner.`,
      ),
  };
}
