import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { RuleId } from '../../rule.ts';
import type { ObjectState } from '../../world/objectState.ts';
import { anyRefusal } from './refusals.ts';

/**
 * A refusal of which only the fact is documented: that a live object is neither recovered nor purged. The 404 that
 * absent names are answered with is what everybody expects here too, but nothing that was recorded or reported shows
 * it, so another status or code is noted and not held against a target.
 */
export function refusedSomehow(call: Call, object: ObjectState, rule: RuleId): readonly Outcome[] {
  if (call.strictness.service) return [];
  return [{ ...unchanged(object, anyRefusal(), [rule, 'ER-02']), unspecified: true }];
}
