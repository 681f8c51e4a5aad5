import { attributesOf, deletionOf } from '../objects/objectAttributes.ts';
import { type ObjectView, objectId } from '../objects/objectView.ts';
import { latestVersion } from '../objects/storedObject.ts';
import { type Answer, ok } from '../requests/answer.ts';
import { KEY } from './keyKind.ts';
import { isHsm, meterClassOf } from './keyType.ts';
import { shapeOf } from './material/privateKey.ts';
import type { KeyVersion, StoredKey } from './storedKey.ts';

/** The public exponent as the service's HSMs write it: with leading zeros, unlike its software keys. */
const HSM_EXPONENT = 'AAEAAQ';

/** A version with its public key. */
function keyBundle(view: ObjectView, key: StoredKey, version: KeyVersion): object {
  return {
    key: {
      kid: keyId(view, key, version),
      kty: version.kty,
      key_ops: version.keyOps,
      ...publicPart(version),
    },
    ...described(view, key, version),
    release_policy: version.releasePolicy,
  };
}

/** The same as an answer, billed by what the key is made of. */
export function keyAnswer(view: ObjectView, key: StoredKey, version: KeyVersion): Answer {
  return { ...ok(keyBundle(view, key, version)), meter: meterClassOf(shapeOf(version.key)) };
}

/** A deleted key: the answer of delete and get deleted. */
export function deletedKeyAnswer(view: ObjectView, key: StoredKey): Answer {
  const { body, ...rest } = keyAnswer(view, key, latestVersion(key));
  return { ...rest, body: { ...deletionOf(view, KEY, key), ...body } };
}

/** An item in the list of live or of deleted keys: the latest version under the address without a version. */
export function keyItem(view: ObjectView, key: StoredKey): object {
  return {
    ...deletionOf(view, KEY, key),
    kid: objectId(view, KEY, key.name),
    ...described(view, key, latestVersion(key)),
  };
}

/** An item in a list of versions. */
export function keyVersionItem(view: ObjectView, key: StoredKey, version: KeyVersion): object {
  return { kid: keyId(view, key, version), ...described(view, key, version) };
}

/** The address of a version. */
export function keyId(view: ObjectView, key: StoredKey, version: KeyVersion): string {
  return objectId(view, KEY, key.name, version.id);
}

function described(view: ObjectView, key: StoredKey, version: KeyVersion): object {
  return {
    attributes: {
      ...attributesOf(view, version),
      exportable: view.api.showsExportable ? version.exportable : undefined,
    },
    tags: version.tags,
    managed: key.managed || undefined,
  };
}

function publicPart({ key, kty }: KeyVersion): object {
  return key.kty === 'RSA'
    ? { n: key.n, e: isHsm(kty) && key.e === 'AQAB' ? HSM_EXPONENT : key.e }
    : { crv: key.crv, x: key.x, y: key.y };
}
