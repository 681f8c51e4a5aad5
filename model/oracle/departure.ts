import type { Expectation, Severity } from '../event.ts';
import type { RuleId } from '../rule.ts';

/** An answer that no world explains: what a divergence says before it is reproduced and shrunk. */
export interface Departure {
  /** Operation, abstract state, rule and what differs: equal for equal faults. */
  readonly signature: string;
  readonly severity: Severity;
  readonly rules: readonly RuleId[];
  readonly operation: string;
  readonly state: string;
  /** What differs from the nearest answer allowed, in words. */
  readonly differs: string;
  readonly expected: readonly Expectation[];
  /** What came, in words. */
  readonly observed: string;
  /** True when success or failure itself is wrong, so that nobody knows for sure what the call did. */
  readonly wrongOutcome: boolean;
  readonly remark?: string;
  /** For a list: the name, in lower case, that it shows wrongly; absent where the list as a whole is wrong. */
  readonly subject?: string;
}
