import type { Call } from '../../call.ts';
import type { Fields } from '../../fields.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern } from '../../pattern/objectPattern.ts';
import { type Facts, learn } from '../../world/facts.ts';

/** The fields of an operation's answers, and whether each is always there. */
const FIELDS: Readonly<Record<string, boolean>> = {
  issuer: true,
  csr: true,
  cancellation_requested: true,
  status: true,
  status_details: false,
  error: false,
  target: false,
  request_id: true,
};

/** What an answer about an operation with these facts looks like. */
export function showOperation(call: Call, facts: Facts): ObjectPattern {
  const fields: Record<string, FieldPattern> = {};
  for (const [field, always] of Object.entries(FIELDS)) fields[field] = show(facts[field], field, always);
  return { name: call.name, version: { none: true }, fields, relations: [] };
}

function show(fact: Facts[string] | undefined, field: string, always: boolean): FieldPattern {
  // An issuer may come with more than the name that was asked for, and a status with any explanation.
  if (field === 'issuer' || field === 'status_details') return always ? { any: 'object' } : { unknown: true };
  if (fact === null) return { absent: true };
  if (fact !== undefined) return { is: fact };
  if (!always) return { unknown: true };
  return field === 'cancellation_requested' ? { oneOf: [true, false] } : { any: 'string' };
}

/** What an answer tells of an operation. */
export function operationFacts(fields: Fields): Facts {
  return learn({}, fields, Object.keys(FIELDS));
}
