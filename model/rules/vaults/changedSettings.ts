import type { RuleId } from '../../rule.ts';
import type { Facts } from '../../world/facts.ts';

/** The rules on settings that a change of a vault bears out: what it turned on, set first, or had to leave as it was. */
export function changed(before: Facts, after: Facts): readonly RuleId[] {
  const rules: RuleId[] = [];
  if (before.enableSoftDelete === true) rules.push('SD-03');
  if (before.enableSoftDelete === false && after.enableSoftDelete === true) rules.push('SD-09');
  if (before.enablePurgeProtection === null && after.enablePurgeProtection === true) rules.push('PP-03');
  if (before.enablePurgeProtection === true) rules.push('PP-04');
  const { softDeleteRetentionInDays: days } = before;
  if (typeof days === 'number') rules.push('RT-03');
  if (days === null && typeof after.softDeleteRetentionInDays === 'number') rules.push('RT-04');
  return rules;
}
