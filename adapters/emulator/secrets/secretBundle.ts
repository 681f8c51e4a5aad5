import { attributesOf, deletionOf } from '../objects/objectAttributes.ts';
import { type ObjectView, objectId } from '../objects/objectView.ts';
import { latestVersion } from '../objects/storedObject.ts';
import { SECRET } from './secretKind.ts';
import type { SecretVersion, StoredSecret } from './secretVersion.ts';

/** What every answer says of a version; fields that have no value are left out when it is written as JSON. */
function described(view: ObjectView, secret: StoredSecret, id: string, version: SecretVersion): object {
  return {
    contentType: version.contentType,
    id,
    managed: secret.managed || undefined,
    attributes: attributesOf(view, version),
    tags: version.tags,
  };
}

/** A version without its value: the answer of update, recover and restore, and an item in a list of versions. */
export function versionBundle(view: ObjectView, secret: StoredSecret, version: SecretVersion): object {
  return described(view, secret, objectId(view, SECRET, secret.name, version.id), version);
}

/** A version with its value: the answer of set and get. The secret of a certificate names the key that belongs to it. */
export function valueBundle(view: ObjectView, secret: StoredSecret, version: SecretVersion): object {
  return {
    value: version.value,
    ...versionBundle(view, secret, version),
    kid: secret.managed ? `${view.baseUrl}/keys/${secret.name}/${version.id}` : undefined,
  };
}

/** A deleted secret: the answer of delete and get deleted. */
export function deletedBundle(view: ObjectView, secret: StoredSecret): object {
  return { ...deletionOf(view, SECRET, secret), ...versionBundle(view, secret, latestVersion(secret)) };
}

/** An item in the list of live or of deleted secrets: the latest version under the address without a version. */
export function listItem(view: ObjectView, secret: StoredSecret): object {
  return {
    ...deletionOf(view, SECRET, secret),
    ...described(view, secret, objectId(view, SECRET, secret.name), latestVersion(secret)),
  };
}
