import type { ObjectState } from '../world/objectState.ts';

/** The states without repetitions. */
export function distinct(objects: readonly ObjectState[]): readonly ObjectState[] {
  if (objects.length < 2) return objects;
  const byKey = new Map<string, ObjectState>();
  for (const object of objects) byKey.set(canonicalKey(object), object);
  return [...byKey.values()];
}

/** The texts of states that were asked for: states never change, and are asked for after each call. */
const KEYS = new WeakMap<ObjectState, string>();

/** A text that is equal for equal states. */
export function canonicalKey(object: ObjectState): string {
  const known = KEYS.get(object);
  if (known !== undefined) return known;
  const key = writtenOut(object);
  KEYS.set(object, key);
  return key;
}

function writtenOut(object: ObjectState): string {
  return JSON.stringify(object, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
