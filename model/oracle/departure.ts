import type { Expectation, Severity } from '../event.ts';
import type { RuleId } from '../rule.ts';

/** An answer that no world explains: what a divergence says before it is reproduced and shrunk. */
export interface Departure {
  /** Operation, abstract state, rule and what differs: equal for equal faults. */
  readonly signature: string;
  /** Equal for departures that one mistake may be behind, whatever the operation and the state. */
  readonly cause: string;
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
  /** True when there was no answer that could be read: trouble, unless it comes again every time. */
  readonly isUnanswered?: true;
  readonly remark?: string;
  /** For a list: the name, in lower case, that it shows wrongly; absent where the list as a whole is wrong. */
  readonly subject?: string;
}

/** The signature and the cause of a departure. */
export function signed(
  operation: string,
  state: string,
  rule: RuleId,
  what: string,
): Pick<Departure, 'signature' | 'cause'> {
  const cause = [rule, what].join(' | ');
  return { signature: [operation, state, cause].join(' | '), cause: FIELD_FAULT.test(what) ? what : cause };
}

/** A field that is missing, surplus or malformed is so wherever it stands, under whatever rule. */
const FIELD_FAULT = /^\S+ (missing|surplus|malformed)$/;
