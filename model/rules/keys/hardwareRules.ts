import type { RuleId } from '../../rule.ts';
import { type Content, currentOf } from '../../world/content.ts';

/** KY-04: keys in hardware are deleted, recovered and purged like all others; each time that one is bears it out. */
export function hardwareRules(content: Content): readonly RuleId[] {
  const kty = currentOf(content)?.facts.kty;
  return typeof kty === 'string' && kty.endsWith('-HSM') ? ['KY-04'] : [];
}
