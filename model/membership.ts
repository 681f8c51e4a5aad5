import type { Outcome } from './outcome.ts';
import type { RuleId } from './rule.ts';

/** How a list shows one name: as an item, or not at all. */
export interface Membership {
  /** What the item may look like and what it tells; absent where the name may not be listed. */
  readonly listed?: Outcome;
  /** Whether the list may pass over the name. */
  readonly mayBeMissing: boolean;
  readonly rules: readonly RuleId[];
}
