import { latestVersion, type StoredObject } from '../objects/storedObject.ts';
import { recoveryOf } from '../vaults/recovery.ts';
import { SECRET } from './secretKind.ts';
import type { SecretRequest } from './secretRequest.ts';
import type { SecretVersion } from './secretVersion.ts';

/** What bundles depend on besides the secret: the vault's settings, the client's authority, the API version. */
export type BundleView = Pick<SecretRequest, 'vault' | 'baseUrl' | 'api'>;

/** The address of a secret, or of one of its versions. */
export function secretId(view: BundleView, name: string, version?: string): string {
  const id = `${view.baseUrl}/${SECRET.collection}/${name}`;
  return version === undefined ? id : `${id}/${version}`;
}

/** What every answer says of a version; fields that have no value are left out when it is written as JSON. */
function described(view: BundleView, id: string, version: SecretVersion): object {
  const recovery = recoveryOf(view.vault);
  return {
    contentType: version.contentType,
    id,
    attributes: {
      enabled: version.enabled,
      nbf: version.notBefore,
      exp: version.expires,
      created: version.created,
      updated: version.updated,
      recoveryLevel: view.api.showsRecoveryLevel ? recovery.level : undefined,
      recoverableDays: view.api.showsRecoverableDays ? recovery.days : undefined,
    },
    tags: version.tags,
  };
}

/** The dates and the recovery address of a deleted secret; nothing for a secret that is not softly deleted. */
function deletion(view: BundleView, secret: StoredObject<SecretVersion>): object {
  const { life } = secret;
  if (life.turn !== 'deleted') return {};
  return {
    recoveryId: `${view.baseUrl}/${SECRET.deletedCollection}/${secret.name}`,
    deletedDate: life.deletedDate,
    scheduledPurgeDate: life.scheduledPurgeDate,
  };
}

/** A version without its value: the answer of update, recover and restore, and an item in a list of versions. */
export function versionBundle(
  view: BundleView,
  secret: StoredObject<SecretVersion>,
  version: SecretVersion,
): object {
  return described(view, secretId(view, secret.name, version.id), version);
}

/** A version with its value: the answer of set and get. */
export function valueBundle(
  view: BundleView,
  secret: StoredObject<SecretVersion>,
  version: SecretVersion,
): object {
  return { value: version.value, ...versionBundle(view, secret, version) };
}

/** A deleted secret: the answer of delete and get deleted. */
export function deletedBundle(view: BundleView, secret: StoredObject<SecretVersion>): object {
  return { ...deletion(view, secret), ...versionBundle(view, secret, latestVersion(secret)) };
}

/** An item in the list of live or of deleted secrets: the latest version under the address without a version. */
export function listItem(view: BundleView, secret: StoredObject<SecretVersion>): object {
  return {
    ...deletion(view, secret),
    ...described(view, secretId(view, secret.name), latestVersion(secret)),
  };
}
