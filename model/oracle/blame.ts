import type { Difference } from '../pattern/difference.ts';
import type { RuleId } from '../rule.ts';
import type { Attempt } from './explanation.ts';

/** The rule that each field of an answer stands under, where a field has one of its own. */
const FIELD_RULES: Readonly<Record<string, RuleId>> = {
  recoveryLevel: 'PP-09',
  recoverableDays: 'RT-02',
  recoveryId: 'DL-02',
  deletedDate: 'RT-08',
  scheduledPurgeDate: 'RT-06',
  name: 'LS-09',
  id: 'LS-09',
};

/** The rules that an answer breaks, the principal one first. */
export function blame(nearest: Attempt): readonly RuleId[] {
  const first = nearest.differences[0];
  if (!first || first.field === 'status') return nearest.outcome.rules;
  const own = ruleOfField(first, nearest);
  return own ? [own, ...nearest.outcome.rules.filter((rule) => rule !== own)] : nearest.outcome.rules;
}

function ruleOfField({ field }: Difference, { object, outcome }: Attempt): RuleId | undefined {
  const own = FIELD_RULES[field];
  if (own) return own;
  if (field === 'version') return object.phase === 'absent' && object.gone ? 'NR-08' : 'LS-09';
  if (field.startsWith('error.')) return outcome.rules.find((rule) => rule.startsWith('ER-')) ?? 'ER-01';
  if (field === 'error') return 'ER-01';
  return undefined;
}
