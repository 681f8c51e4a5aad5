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
  /** True when it is told by the letters of names: the answer would be right if another spelling were another name. */
  readonly isByLetters?: true;
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
  const whole = [rule, what].join(' | ');
  return { signature: [operation, state, whole].join(' | '), cause: fieldFault(what) ?? whole };
}

/** A field that is missing, surplus or malformed is so wherever it stands, under whatever rule, and so is every date. */
function fieldFault(what: string): string | undefined {
  const [, path = '', how] = FIELD_FAULT.exec(what) ?? [];
  if (how === undefined) return undefined;
  const field = path.replace(/^value\[\]\./, '');
  const isDate = DATES.includes(field.slice(field.lastIndexOf('.') + 1));
  return isDate && how === 'malformed' ? 'dates malformed' : `${field} ${how}`;
}

const FIELD_FAULT = /^(\S+) (missing|surplus|malformed)(, no version asked for)?$/;

/** Fields that hold instants. */
export const DATES: readonly string[] = [
  'created',
  'updated',
  'nbf',
  'exp',
  'deletedDate',
  'scheduledPurgeDate',
];
