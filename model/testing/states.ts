import { DAY } from '../window.ts';
import type { Content, Version } from '../world/content.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import type {
  Absent,
  Deleted,
  Deleting,
  Live,
  ObjectState,
  Phase,
  Purging,
  Recovering,
} from '../world/objectState.ts';
import { NOW, WINDOW } from './calls.ts';

/** Ids of versions, oldest first. */
export const V1: string = '1'.repeat(32);
export const V2: string = '2'.repeat(32);
export const V3: string = '3'.repeat(32);

/** When the object of the tests was made, Unix seconds. */
export const CREATED: number = NOW - 1000;

/** When the object of the tests was deleted, Unix seconds. */
export const DELETED_AT: number = NOW - 500;

/** A vault with soft delete, 90 days, and no purge protection. */
export const SOFT: KnownSettings = {
  softDelete: true,
  retentionDays: 90,
  purgeProtection: false,
  protectedSubscription: false,
};

/** The same vault under purge protection. */
export const PROTECTED: KnownSettings = { ...SOFT, purgeProtection: true };

/** A vault that predates soft delete. */
export const LEGACY: KnownSettings = { softDelete: false };

/** A vault of which nothing is known. */
export const UNKNOWN: KnownSettings = {};

/** One version of a secret, all of it known. */
export function versionOf(id: string, facts: Version['facts'] = {}): Version {
  return {
    id,
    facts: {
      value: `value of ${id.slice(0, 1)}`,
      contentType: null,
      tags: null,
      enabled: true,
      nbf: null,
      exp: null,
      created: CREATED,
      updated: CREATED,
      managed: null,
      kid: null,
      ...facts,
    },
  };
}

/** A secret with these versions, all of it known. */
export function contentOf(...versions: readonly Version[]): Content {
  return { versions, complete: true, currentKnown: true, recoveries: 0 };
}

/** A secret with two versions. */
export const CONTENT: Content = contentOf(versionOf(V1), versionOf(V2));

/** The dates of a deletion with a retention of so many days. */
export function datesOf(days = 90): { readonly deletedDate: number; readonly scheduledPurgeDate: number } {
  return { deletedDate: DELETED_AT, scheduledPurgeDate: DELETED_AT + days * DAY };
}

export const LIVE: Live = { phase: 'live', content: CONTENT };
export const DELETING: Deleting = { phase: 'deleting', content: CONTENT, deletion: datesOf(), since: WINDOW };
export const DELETED: Deleted = { phase: 'deleted', content: CONTENT, deletion: datesOf() };
export const RECOVERING: Recovering = { phase: 'recovering', content: CONTENT, since: WINDOW };
export const PURGING: Purging = { phase: 'purging', since: WINDOW, former: [V1, V2] };
export const NEVER: Absent = { phase: 'absent' };
export const PURGED: Absent = { phase: 'absent', gone: 'purged', former: [V1, V2] };

/** A secret with two versions in each phase. */
export const STATES: Readonly<Record<Phase, ObjectState>> = {
  absent: NEVER,
  live: LIVE,
  deleting: DELETING,
  deleted: DELETED,
  recovering: RECOVERING,
  purging: PURGING,
};
