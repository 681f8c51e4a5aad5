import type { StoredObject, StoredVersion } from '../objects/storedObject.ts';

/**
 * One version of a secret. Outside of its dates the service hands its value out all the same.
 */
export interface SecretVersion extends StoredVersion {
  readonly value: string;
  contentType: string | undefined;
}

/** A secret with its versions. */
export type StoredSecret = StoredObject<SecretVersion>;
