import type { Call } from '../../call.ts';
import type { ObjectPattern } from '../../pattern/objectPattern.ts';

/** A new version's times are those of the call, by the service's clock. */
export function stampedNow(call: Call, pattern: ObjectPattern): ObjectPattern {
  if (!pattern.fields.created) return pattern;
  return {
    ...pattern,
    fields: { ...pattern.fields, created: { within: call.window }, updated: { within: call.window } },
    relations: [
      ...pattern.relations,
      {
        field: 'updated',
        demand: 'the same as created',
        holds: (fields) => fields.updated === fields.created,
      },
    ],
  };
}
