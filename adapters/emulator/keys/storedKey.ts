import type { StoredObject, StoredVersion } from '../objects/storedObject.ts';
import type { KeyType } from './keyType.ts';
import type { PrivateKey } from './material/privateKey.ts';
import type { ReleasePolicy } from './releasePolicy.ts';
import type { RotationPolicy } from './rotation/rotationPolicy.ts';

/** One version of a key. */
export interface KeyVersion extends StoredVersion {
  readonly kty: KeyType;
  /** What it may be used for, such as `sign`, in the client's order. */
  keyOps: readonly string[];
  readonly key: PrivateKey;
  readonly exportable: boolean;
  /** Under what conditions an exportable key is handed out. */
  releasePolicy: ReleasePolicy | undefined;
}

/** A key with its versions. */
export interface StoredKey extends StoredObject<KeyVersion> {
  rotationPolicy: RotationPolicy | undefined;
}
