import type { Fields } from '../fields.ts';
import type { Json } from '../json.ts';

/**
 * What is known of an object's fields: a value, `null` for "known to be absent", or no entry for "not known".
 */
export type Facts = { readonly [field: string]: Json };

/** Whether two JSON values are equal; the order of an object's keys does not matter. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, i) => sameJson(item, b[i]));
  }
  const left = a as { readonly [key: string]: Json };
  const right = b as { readonly [key: string]: Json };
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => sameJson(left[key], right[key]));
}

/**
 * Adds to the facts what an answer shows of the named fields; those it does not show are known to be absent. Only
 * `enabled` never is: every object is enabled or not, so an answer that leaves it out tells nothing of it.
 */
export function learn(facts: Facts, fields: Fields, shown: readonly string[]): Facts {
  const learned: Record<string, Json> = { ...facts };
  for (const field of shown) {
    if (field !== 'enabled' || fields[field] !== undefined) learned[field] = fields[field] ?? null;
  }
  return learned;
}
