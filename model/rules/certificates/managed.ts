import type { Call } from '../../call.ts';
import type { Facts } from '../../world/facts.ts';

/**
 * Whether a certificate may own an object, which may then not be written or deleted directly (CR-04). Of an object
 * whose making was not seen nobody knows, but only in recordings: a run knows what it made.
 */
export function mayBeManaged(call: Call, facts: Facts | undefined): boolean {
  const managed = facts?.managed;
  return managed === true || (managed === undefined && call.strictness.service);
}
