import type { Fields } from '../fields.ts';
import type { Json } from '../json.ts';
import type { Window } from '../window.ts';
import { type Facts, sameJson } from './facts.ts';

/** One version of an object. */
export interface Version {
  /** Its id; absent while only its creation is known, because the reply was lost. */
  readonly id?: string;
  readonly facts: Facts;
}

/** What a certificate has beside its versions. */
export interface CertificateContent {
  /** Its policy; absent while not known. */
  readonly policy?: Json;
  /** What was asked of the policy while it has not been seen; absent when it is not known, or was seen. */
  readonly asked?: Json;
  /** The operation that makes a new version: none, one of which nothing is known, or what is known of it. */
  readonly operation: 'none' | 'unknown' | CertificateOperation;
  /**
   * Whether the only version stands for one that is being made, and goes when that is complete; absent while no answer
   * has told.
   */
  readonly isPlaceholder?: boolean;
}

/** An operation that makes a certificate (CR-07). */
export interface CertificateOperation {
  readonly status: 'inProgress' | 'completed' | 'cancelled' | 'failed';
  /** The issuer's name, where it is known: `Self` and `Unknown` are none that could be asked. */
  readonly issuer?: string;
  /** The fields that its answers show. */
  readonly facts: Facts;
  /** What was asked for that the certificate will show; absent where the request is not known. */
  readonly made?: Facts;
  /** When it was asked for; absent when nobody saw it. */
  readonly since?: Window;
  /** True when several were asked for at once, so that nobody knows which one it is. */
  readonly isContested?: boolean;
}

/** What an object holds: its versions, as far as they are known. */
export interface Content {
  /** Known versions in order of creation. */
  readonly versions: readonly Version[];
  /** Whether these are all its versions. */
  readonly complete: boolean;
  /** Whether the last of them is the current one, which calls without a version mean. */
  readonly currentKnown: boolean;
  /** How often the object was deleted and recovered, as far as is known. */
  readonly recoveries: number;
  /** What a certificate has beside its versions; absent for other kinds. */
  readonly certificate?: CertificateContent;
  /** A key's rotation policy as it was shown last, and how often the key had been recovered then. */
  readonly rotation?: { readonly shown: Fields; readonly recoveries: number };
  /** Whether a certificate owns the object: true for its key and its secret (CR-01). */
  readonly owned?: boolean;
  /** What hangs on a vault, as ids in lower case, each with its sort before it; absent while nothing is known of it. */
  readonly extensions?: {
    readonly there: readonly string[];
    /** Whether nothing else hangs on it. */
    readonly complete: boolean;
  };
  /** Of a deleted vault whose resource group was deleted: whether there is one of that name again; absent for others. */
  readonly group?: 'gone' | 'back';
}

/** The id that stands for the one version of what has no versions: issuers and contacts. */
export const ONLY_VERSION = 'only';

/** An object of which nothing is known but that it is there. */
export const UNKNOWN_CONTENT: Content = { versions: [], complete: false, currentKnown: false, recoveries: 0 };

/** The current version; undefined when it is not known which one that is. */
export function currentOf(content: Content): Version | undefined {
  return content.currentKnown ? content.versions.at(-1) : undefined;
}

/** The known version with this id; ids are compared as identifiers are, in lower case (LS-09). */
export function versionById(content: Content, id: string): Version | undefined {
  return content.versions.find((version) => version.id?.toLowerCase() === id.toLowerCase());
}

/** The content with one more version, which becomes the current one. */
export function addVersion(content: Content, version: Version): Content {
  return { ...content, versions: [...content.versions, version], currentKnown: true };
}

/** The content with a version's facts replaced, the version being added when it was not known. */
export function putVersion(content: Content, version: Version, isCurrent: boolean): Content {
  const known = content.versions.findIndex((other) => other.id === version.id);
  if (known < 0) return insert(content, version, isCurrent);
  if (isCurrent) {
    const others = content.versions.filter((other) => other.id !== version.id);
    return { ...content, versions: [...others, version], currentKnown: true };
  }
  return { ...content, versions: content.versions.map((other, i) => (i === known ? version : other)) };
}

function insert(content: Content, version: Version, isCurrent: boolean): Content {
  if (isCurrent) return { ...content, versions: [...content.versions, version], currentKnown: true };
  const last = content.currentKnown ? content.versions.slice(-1) : [];
  const before = content.currentKnown ? content.versions.slice(0, -1) : content.versions;
  return { ...content, versions: [...before, version, ...last] };
}

/**
 * The content with a version whose creation was lost on the wire given the id that an answer shows, where it is certain
 * that the answer shows that version: as the current one, or because no other can be meant.
 */
export function nameVersion(content: Content, id: string, fields: Fields, isCurrent: boolean): Content {
  if (versionById(content, id)) return content;
  const unnamed = content.versions.filter((version) => version.id === undefined && mayShow(version, fields));
  const only = content.complete && unnamed.length === 1 ? unnamed[0] : undefined;
  const meant = isCurrent ? unnamed.find((version) => version === currentOf(content)) : only;
  if (!meant) return content;
  return {
    ...content,
    versions: content.versions.map((version) => (version === meant ? { ...version, id } : version)),
  };
}

/** Whether nothing that is known of a version speaks against what is shown. */
function mayShow({ facts }: Version, fields: Fields): boolean {
  return Object.entries(fields).every(
    ([field, value]) => facts[field] === undefined || sameJson(facts[field], value),
  );
}
