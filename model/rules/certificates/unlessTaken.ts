import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import type { ObjectState } from '../../world/objectState.ts';

/**
 * CR-02: a certificate's first creation or import is a conflict while a key or secret has its name. That a deleted one
 * is in its way too is inferred (OQ-29), so either answer is taken there.
 */
export function unlessTaken(call: Call, object: ObjectState, outcomes: readonly Outcome[]): Outcome[] {
  const { namesake = 'unknown' } = call;
  if (namesake === 'none')
    return outcomes.map((outcome) => ({ ...outcome, rules: [...outcome.rules, 'CR-01'] }));
  const conflict = unchanged(object, CONFLICT, ['CR-02', 'ER-02'], 'while a key or secret has the name');
  return namesake === 'live' ? [conflict] : [...outcomes, conflict];
}

/** The same of a restore: that what is live is in its way is likely, but nothing that was recorded shows it. */
export function unlessRestoreTaken(
  call: Call,
  object: ObjectState,
  outcomes: readonly Outcome[],
): readonly Outcome[] {
  if (call.command.kind !== 'certificate' || call.namesake === 'none') return outcomes;
  const conflict = unchanged(object, CONFLICT, ['CR-02', 'ER-02'], 'while a key or secret has the name');
  return [...outcomes, conflict];
}

/** No source tells an inner code or a text, but a text that tells another conflict is not about this one. */
const CONFLICT: Pattern = {
  status: [409],
  refusal: {
    codes: ['Conflict'],
    messages: [
      /^(?!There was a conflict|Conflict while|A new key vault certificate can not)(?!.*is currently )/s,
    ],
  },
};
