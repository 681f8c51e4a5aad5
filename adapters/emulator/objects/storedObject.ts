import type { Life } from './life.ts';

/** What every version of every kind of object has. */
export interface StoredVersion {
  /** 32 lower-case hexadecimal digits. */
  readonly id: string;
}

/** One name of a collection with everything under it. */
export interface StoredObject<Version extends StoredVersion> {
  /** As it was spelled when the object was made; names are compared without regard to case. */
  readonly name: string;
  /** Oldest first, at least one. */
  readonly versions: Version[];
  life: Life;
  /** How many turns of its life took time so far; it tells one deletion of a name from the next when settle times are drawn. */
  transitions: number;
}

/** The version that a request without a version means: the one made last. */
export function latestVersion<Version extends StoredVersion>(object: StoredObject<Version>): Version {
  const latest = object.versions.at(-1);
  if (latest === undefined) throw new Error(`The object ${object.name} has no versions.`);
  return latest;
}
