import type { Kind } from '../command.ts';
import type { Window } from '../window.ts';
import { type Content, UNKNOWN_CONTENT } from './content.ts';

/** When an object was deleted and when it will be purged, Unix seconds; absent while not seen. */
export interface Deletion {
  readonly deletedDate?: number;
  readonly scheduledPurgeDate?: number;
  /** Before this, Unix seconds, no retention interval can be over; for a deletion that was seen without its dates. */
  readonly notBefore?: number;
  /** True when the purge was due while the vault was deleted: it may or may not have taken place (OQ-03). */
  readonly missed?: true;
}

/** No object of this name: there never was one, or it is gone. */
export interface Absent {
  readonly phase: 'absent';
  /** How the last one went; absent when none is known to have been. */
  readonly gone?: 'purged' | 'expired' | 'destroyed';
  /** Ids of the versions that are gone: none of them may come back (NR-08). */
  readonly former?: readonly string[];
}

/** An object in use. */
export interface Live {
  readonly phase: 'live';
  readonly content: Content;
  /** When its recovery was asked for, while writes may still conflict with it (RC-08). */
  readonly recovered?: Window;
}

/** DELETE was answered; the deletion may not have settled (AS-01). */
export interface Deleting {
  readonly phase: 'deleting';
  readonly content: Content;
  readonly deletion: Deletion;
  /** When it was asked for; absent when nobody saw it. */
  readonly since?: Window;
}

/** Deleted and recoverable. */
export interface Deleted {
  readonly phase: 'deleted';
  readonly content: Content;
  readonly deletion: Deletion;
  /** When the deletion was asked for; absent when nobody saw it. */
  readonly since?: Window;
  /** True once it was shown as deleted: who does not find it after that finds that it is gone. */
  readonly seen?: true;
}

/** Recover was answered; the recovery may not have settled (AS-04). */
export interface Recovering {
  readonly phase: 'recovering';
  readonly content: Content;
  readonly since?: Window;
}

/** Purge was answered; the name may not be free yet (AS-05). */
export interface Purging {
  readonly phase: 'purging';
  readonly since?: Window;
  /** True for a vault, whose purge takes longer (PG-07). */
  readonly isVault?: true;
  readonly former: readonly string[];
}

/** What is the case for one name in one collection. */
export type ObjectState = Absent | Live | Deleting | Deleted | Recovering | Purging;

/** The word for where an object is in its life. */
export type Phase = ObjectState['phase'];

/** A name that was never used. */
export const ABSENT: Absent = { phase: 'absent' };

/** A recovery that others may have asked for at any time. */
export const SOMETIME: Window = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** What a name may be in a vault that others have used: anything. */
export function anythingOf(kind: Kind): readonly ObjectState[] {
  return kind === 'vault' ? ANY_VAULT : ANYTHING;
}

const ANYTHING: readonly ObjectState[] = [
  ABSENT,
  { phase: 'live', content: UNKNOWN_CONTENT, recovered: SOMETIME },
  { phase: 'deleting', content: UNKNOWN_CONTENT, deletion: {} },
  { phase: 'deleted', content: UNKNOWN_CONTENT, deletion: {} },
  { phase: 'recovering', content: UNKNOWN_CONTENT },
  { phase: 'purging', former: [] },
];

/** Vaults are deleted and recovered at once (DL-11); only their purge takes its time. */
const ANY_VAULT: readonly ObjectState[] = ANYTHING.filter(
  ({ phase }) => phase !== 'deleting' && phase !== 'recovering',
);

/** Ids of all known versions of an object, for the time after it is gone. */
export function idsOf(content: Content): readonly string[] {
  return content.versions.flatMap((version) => version.id ?? []);
}
