import { completions } from '../rules/certificates/completion.ts';
import type { Window } from '../window.ts';
import {
  type Absent,
  type Deleted,
  idsOf,
  type Live,
  type ObjectState,
  type Purging,
  SOMETIME,
} from '../world/objectState.ts';

/** How long the oracle waits for what the service does unseen, in seconds of target time. */
export interface Patience {
  /** After this a deletion, recovery or purge must have settled; recordings show up to 149 s (AS-01, OQ-31). */
  readonly settle: number;
  /** How long after `scheduledPurgeDate` the automatic purge may take place (RT-10, OQ-01). */
  readonly purgeLag: number;
}

/** Patience by default: twice the longest settling recorded, and an hour for the sweep after a retention interval. */
export const PATIENCE: Patience = { settle: 300, purgeLag: 3600 };

/** A state that an object may have reached unseen. */
export interface Reached {
  readonly object: ObjectState;
  /** True when it should have been left by now: the target has not settled what it must have. */
  readonly overdue: boolean;
}

/**
 * Where an object may be at the instant of a call, after the steps that the service takes unseen: a transition settles
 * (AS-01), and at the end of the retention interval the object is purged (RT-10).
 */
export function hiddenSteps(object: ObjectState, window: Window, patience: Patience): readonly Reached[] {
  switch (object.phase) {
    case 'deleting': {
      const { content, deletion } = object;
      const overdue = isOverdue(object.since, window, patience);
      const settled: Deleted = {
        phase: 'deleted',
        content,
        deletion,
        ...(object.since && { since: object.since }),
      };
      return [{ object, overdue }, ...expire(settled, window, patience)];
    }
    case 'deleted':
      return expire(object, window, patience);
    case 'recovering': {
      const { content, since: recovered = SOMETIME } = object;
      const live: ObjectState = { phase: 'live', content, recovered };
      return [
        { object, overdue: isOverdue(object.since, window, patience) },
        ...hiddenSteps(live, window, patience),
      ];
    }
    case 'purging': {
      const free: Absent = { phase: 'absent', gone: 'purged', former: object.former };
      return [
        { object, overdue: isOverdue(object.since, window, { settle: purgePatience(object, patience) }) },
        { object: free, overdue: false },
      ];
    }
    case 'live':
      return completions(object.content).map((content) => ({
        object: { ...withoutLag(object, window, patience), content },
        overdue: false,
      }));
    case 'absent':
      return [{ object, overdue: false }];
  }
}

/** A recovery that must have settled by now does not conflict with writes any more (RC-08). */
function withoutLag(live: Live, window: Window, patience: Patience): Live {
  if (!live.recovered || !isOverdue(live.recovered, window, patience)) return live;
  const { recovered: _settled, ...rest } = live;
  return rest;
}

function isOverdue(since: Window | undefined, window: Window, { settle }: Pick<Patience, 'settle'>): boolean {
  return since !== undefined && window.from > since.to + settle;
}

/** PG-07: the purge of a vault was seen to take ten minutes; twice that is waited for. */
const LONGEST_VAULT_PURGE = 1200;

function purgePatience({ isVault }: Purging, { settle }: Patience): number {
  return isVault ? Math.max(settle, LONGEST_VAULT_PURGE) : settle;
}

/** Seconds after which whatever is under way with an object must have settled. */
export function longestSettling(states: readonly ObjectState[], patience: Patience): number {
  const purges = states.flatMap((state) =>
    state.phase === 'purging' ? [purgePatience(state, patience)] : [],
  );
  return Math.max(patience.settle, ...purges);
}

/** RT-09: recoverable strictly before P; RT-10: gone after it, at a moment that no document tells (OQ-01). */
function expire(object: Deleted, window: Window, patience: Patience): readonly Reached[] {
  const { scheduledPurgeDate: scheduled, notBefore = Number.NEGATIVE_INFINITY } = object.deletion;
  if (window.to < (scheduled ?? notBefore)) return [{ object, overdue: false }];
  const expired: Absent = { phase: 'absent', gone: 'expired', former: idsOf(object.content) };
  // P is in whole seconds, and so may stand for an instant up to a second later.
  const isLate = scheduled !== undefined && window.from > scheduled + 1 + patience.purgeLag;
  const overdue = isLate && object.deletion.missed !== true;
  return [
    { object, overdue },
    { object: expired, overdue: false },
  ];
}

/**
 * An object after its vault has come back: where its purge was due while the vault was deleted, whether it took place is
 * open (OQ-03).
 */
export function missedPurge(object: ObjectState, at: Window): ObjectState {
  if (object.phase !== 'deleted' && object.phase !== 'deleting') return object;
  const { scheduledPurgeDate } = object.deletion;
  if (scheduledPurgeDate === undefined || scheduledPurgeDate > at.to) return object;
  return { ...object, deletion: { ...object.deletion, missed: true } };
}
