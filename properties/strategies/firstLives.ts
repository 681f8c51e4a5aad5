import type { ObjectKind } from '../../model/command.ts';
import { type LivesOptions, recurrences } from './lives.ts';
import { pagedLists } from './pagedLists.ts';
import type { Proposal } from './strategy.ts';
import { tours } from './tours.ts';
import { undeletable } from './undeletable.ts';

/** What first lives go by, beside what all lives do. */
export interface FirstLivesOptions extends LivesOptions {
  /** What may be touched. */
  readonly kinds: readonly ObjectKind[];
  /** Whether the target has a subscription in which nobody purges. */
  readonly hasUndeletable: boolean;
}

/**
 * The lives that come before those that are drawn, whatever the seed: first of each sort one, then tours and what comes
 * three times in turns, at last lists of several pages.
 */
export function firstLives(options: FirstLivesOptions): readonly Proposal[] {
  const [tour, ...otherTours] = tours(options, options.kinds);
  const [recurrence, ...otherRecurrences] = recurrences(options);
  return [
    ...(tour ? [tour] : []),
    ...(recurrence ? [recurrence] : []),
    ...(options.hasUndeletable ? undeletable(options) : []),
    ...inTurns(otherTours, otherRecurrences),
    ...pagedLists(options),
  ];
}

/** One of each in turn, while there are any of both. */
function inTurns(some: readonly Proposal[], others: readonly Proposal[]): readonly Proposal[] {
  return Array.from({ length: Math.max(some.length, others.length) }, (_, i) => [
    ...some.slice(i, i + 1),
    ...others.slice(i, i + 1),
  ]).flat();
}
