import type { Life } from './life.ts';

/** What a client says about an object besides what it is: names with texts, in the client's order. */
export type Tags = Readonly<Record<string, string>>;

/** What every version of every kind of object has. Times are Unix seconds. */
export interface StoredVersion {
  /** 32 lower-case hexadecimal digits. */
  readonly id: string;
  tags: Tags | undefined;
  enabled: boolean;
  /** From when on it is meant to be used; undefined for no bound. */
  notBefore: number | undefined;
  /** Until when it is meant to be used; undefined for no bound. */
  expires: number | undefined;
  readonly created: number;
  updated: number;
}

/** One name of a collection with everything under it. */
export interface StoredObject<Version extends StoredVersion = StoredVersion> {
  /** As it was spelled when the object was made; names are compared without regard to case. */
  readonly name: string;
  /** Oldest first, at least one. */
  readonly versions: Version[];
  life: Life;
  /** How many turns of its life took time so far; it tells one deletion of a name from the next when settle times are drawn. */
  transitions: number;
  /** Whether it belongs to the certificate of the same name, through which alone it can be changed (CR-01). */
  readonly managed: boolean;
}

/** A live object that nothing has happened to yet. */
export function newObject<Version extends StoredVersion>(
  name: string,
  versions: Version[],
  managed = false,
): StoredObject<Version> {
  return { name, versions, life: { turn: 'made' }, transitions: 0, managed };
}

/** The version that a request without a version means: the one made last. */
export function latestVersion<Version extends StoredVersion>(object: StoredObject<Version>): Version {
  const latest = object.versions.at(-1);
  if (latest === undefined) throw new Error(`The object ${object.name} has no versions.`);
  return latest;
}
