import type { RuleId } from '../../rule.ts';
import type { Grant } from './grant.ts';

/** Whether a call's caller may make it. */
export interface Access {
  readonly grant: Grant | 'not let in';
  /** The rules that say so; none where nothing is known. */
  readonly rules: readonly RuleId[];
  /** Who is refused, as a noun: `a caller without secrets purge`. */
  readonly who: string;
}
