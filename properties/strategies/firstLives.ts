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
 * The lives that come before those that are drawn, whatever the seed: first a tour and what comes three times in a row,
 * then the others in turns, with lists of several pages among them.
 */
export function firstLives(options: FirstLivesOptions): readonly Proposal[] {
  const [tour, ...otherTours] = tours(options, options.kinds);
  const [recurrence, ...otherRecurrences] = recurrences(options);
  const [shortLists, ...longLists] = pagedLists(options);
  return [
    ...(tour ? [tour] : []),
    ...(recurrence ? [recurrence] : []),
    ...(options.hasUndeletable ? undeletable(options) : []),
    ...inTurns(otherTours, [
      ...(shortLists ? [shortLists] : []),
      ...otherRecurrences.slice(0, 2),
      ...longLists,
      ...otherRecurrences.slice(2),
    ]),
  ];
}

/** One of each in turn, while there are any of both. */
function inTurns(some: readonly Proposal[], others: readonly Proposal[]): readonly Proposal[] {
  return Array.from({ length: Math.max(some.length, others.length) }, (_, i) => [
    ...some.slice(i, i + 1),
    ...others.slice(i, i + 1),
  ]).flat();
}
