import { recoveryOf } from '../vaults/recovery.ts';
import type { ObjectKind } from './objectKind.ts';
import type { ObjectView } from './objectView.ts';
import type { StoredObject, StoredVersion } from './storedObject.ts';

/** The `attributes` of a version; fields that have no value are left out when it is written as JSON. */
export function attributesOf(view: ObjectView, version: StoredVersion): object {
  const recovery = recoveryOf(view.vault);
  return {
    ...datesOf(version),
    recoveryLevel: view.api.showsRecoveryLevel ? recovery.level : undefined,
    recoverableDays: view.api.showsRecoverableDays ? recovery.days : undefined,
  };
}

/** The `attributes` without what the vault's recovery adds to them. */
export function datesOf(version: StoredVersion): object {
  return {
    enabled: version.enabled,
    nbf: version.notBefore,
    exp: version.expires,
    created: version.created,
    updated: version.updated,
  };
}

/** The dates and the recovery address of a deleted object; nothing for an object that is not softly deleted. */
export function deletionOf(view: ObjectView, kind: ObjectKind, object: StoredObject): object {
  const { life } = object;
  if (life.turn !== 'deleted') return {};
  return {
    recoveryId: `${view.baseUrl}/${kind.deletedCollection}/${object.name}`,
    deletedDate: life.deletedDate,
    scheduledPurgeDate: life.scheduledPurgeDate,
  };
}
