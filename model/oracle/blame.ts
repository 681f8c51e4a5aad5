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

/** Rules about details of an answer: an answer of a wrong status says nothing of them. */
const DETAIL_RULES: ReadonlySet<RuleId> = new Set<RuleId>([
  ...[
    'SD-02',
    'RT-01',
    'RT-02',
    'RT-05',
    'RT-06',
    'RT-07',
    'RT-08',
    'RT-11',
    'RT-13',
    'PP-09',
    'PP-12',
    'DL-02',
  ],
  ...['DL-08', 'LS-09', 'LM-04', 'ER-01', 'ER-02'],
] as RuleId[]);

/**
 * The rules that an answer breaks, the principal one first: for a wrong status those that tell the outcome, for a
 * wrong field the one that speaks of it.
 */
export function blame(nearest: Attempt): readonly RuleId[] {
  const { rules } = nearest.outcome;
  const first = nearest.differences[0];
  if (!first || first.field === 'status') {
    const outcomes = rules.filter((rule) => !DETAIL_RULES.has(rule));
    return outcomes.length > 0 ? outcomes : rules.slice(0, 1);
  }
  const own = nearest.differences.map((difference) => ruleOfField(difference, nearest));
  const broken = [...new Set(own.filter((rule) => rule !== undefined))];
  return broken.length > 0 ? broken : rules.slice(0, 1);
}

function ruleOfField({ field }: Difference, { object, outcome }: Attempt): RuleId | undefined {
  const own = FIELD_RULES[field];
  if (own) return own;
  if (field === 'version') return object.phase === 'absent' && object.gone ? 'NR-08' : 'LS-09';
  if (field.startsWith('error.')) return outcome.rules.find((rule) => rule.startsWith('ER-')) ?? 'ER-01';
  if (field === 'error') return 'ER-01';
  return undefined;
}
