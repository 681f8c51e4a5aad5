import type { Severity } from '../../model/event.ts';

/** What each severity means, as a phrase. */
const MEANINGS: { readonly [severity in Severity]: string } = {
  'data-lost-early': 'data is gone before the rules allow it',
  'not-recoverable': 'data that must be recoverable is not',
  'data-reachable': 'data can be reached that must not be',
  'protection-not-enforced': 'a protection does not protect',
  'wrong-outcome': 'a call succeeds that must fail, or fails that must succeed',
  'wrong-code': 'the refusal has the wrong status or error code',
  'wrong-shape': 'the answer has wrong, missing or surplus fields',
  'wrong-message': 'only the message differs',
};

/** Says what a severity means. */
export function severityMeaning(severity: Severity): string {
  return MEANINGS[severity];
}
