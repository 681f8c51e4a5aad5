import { newAttributes } from '../objects/objectBody.ts';
import { latestVersion, newObject } from '../objects/storedObject.ts';
import type { Answer } from '../requests/answer.ts';
import type { VaultRequest } from '../requests/vaultRequest.ts';
import { type KeyProperties, usualOps } from './keyBody.ts';
import { keyAnswer } from './keyBundle.ts';
import { keyErrors } from './keyErrors.ts';
import { keyLifecycle } from './keyLifecycle.ts';
import { isHsm, type KeyType } from './keyType.ts';
import type { PrivateKey } from './material/privateKey.ts';
import { checkExportable, checkReplaceable } from './releasePolicy.ts';
import type { KeyVersion, StoredKey } from './storedKey.ts';

/** A key that is to be made or imported. */
export interface WantedKey {
  /** As refusals call what is done: `create` or `import`. */
  readonly operation: string;
  readonly kty: KeyType;
  readonly properties: KeyProperties;
}

/** Throws unless the vault takes such a key under the request's name; returns the live key that is there. */
export function admitKey(request: VaultRequest, wanted: WantedKey): StoredKey | undefined {
  const { kty, properties, operation } = wanted;
  if (isHsm(kty) && request.vault.resource.sku === 'standard') throw keyErrors.hardwareKey();
  checkExportable(properties.exportable ?? false, properties.releasePolicy);
  const existing = keyLifecycle(request).settable(request.name, operation);
  if (existing !== undefined) {
    checkReplaceable(latestVersion(existing).releasePolicy, properties.releasePolicy);
  }
  return existing;
}

/** Adds a version to a live key, or makes the key; answers with the version. */
export function addKeyVersion(
  request: VaultRequest,
  existing: StoredKey | undefined,
  wanted: WantedKey,
  key: PrivateKey,
): Answer {
  const { vault, service, name, now } = request;
  const { kty, properties } = wanted;
  const version: KeyVersion = {
    ...newAttributes(properties, now),
    id: service.versionIds.next(),
    kty,
    keyOps: properties.keyOps ?? usualOps(kty),
    key,
    exportable: properties.exportable ?? false,
    releasePolicy: properties.releasePolicy,
  };
  if (existing !== undefined) {
    existing.versions.push(version);
    return keyAnswer(request, existing, version);
  }
  const made: StoredKey = { ...newObject(name, [version]), rotationPolicy: undefined };
  vault.keys.add(made);
  return keyAnswer(request, made, version);
}
