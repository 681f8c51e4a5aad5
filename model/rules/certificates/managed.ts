import type { Call } from '../../call.ts';
import type { Content } from '../../world/content.ts';
import type { Facts } from '../../world/facts.ts';

/**
 * Whether a certificate owns an object, which may then not be written or deleted directly (CR-04). Of an object whose
 * making was not seen nobody knows, but only in recordings: a run knows what it made.
 */
export function managedBy(call: Call, content: Content, facts: Facts | undefined): 'yes' | 'no' | 'maybe' {
  if (content.owned === true || facts?.managed === true) return 'yes';
  return facts?.managed === undefined && call.strictness.service ? 'maybe' : 'no';
}
