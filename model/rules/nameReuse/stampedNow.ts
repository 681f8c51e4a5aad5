import type { Call } from '../../call.ts';
import type { ObjectPattern, Relation } from '../../pattern/objectPattern.ts';

/** A new version's times are those of the call, by the service's clock. */
export function stampedNow(call: Call, pattern: ObjectPattern): ObjectPattern {
  if (!pattern.fields.created) return pattern;
  return {
    ...pattern,
    fields: { ...pattern.fields, created: { within: call.window }, updated: { within: call.window } },
    // No rule says so, and who reads the clock twice may see another second: only the service is held to it.
    relations: call.strictness.service ? [...pattern.relations, AT_ONCE] : pattern.relations,
  };
}

/** Recordings: a new version's two times are one. */
const AT_ONCE: Relation = {
  field: 'updated',
  demand: 'the same as created',
  holds: (fields) => fields.updated === fields.created,
};
