import type { Rule, RuleGroup, RuleId } from './rule.ts';

/** What a target must offer, or a run must do, for a rule to be seen kept or broken. */
export const NEEDS = [
  'management plane',
  'keys',
  'keys on the management plane',
  'certificates',
  'managed HSM',
  'several principals',
  'several callers of the management plane',
  'conditions on role assignments',
  'metering',
  'automatic rotation or renewal',
  'audit records',
  'a second geography',
  'an undeletable subscription',
  'throttling on demand',
  'client library',
  'calls without a token',
  'more than 500 versions',
  'a clock',
  'resource groups that are deleted',
  'role assignments or event subscriptions',
  'a policy on the management plane',
  'template deployments',
  'objects on the management plane',
  'a vault without soft delete on the management plane',
  'purge protection',
  'retention other than 90 days',
  'a vault without soft delete',
  'settling that takes time',
] as const;

/** One of the things that rules need. */
export type Need = (typeof NEEDS)[number];

/** What whole groups of rules need. */
const GROUP_NEEDS: Readonly<Partial<Record<RuleGroup, Need>>> = {
  PM: 'several principals',
  VT: 'management plane',
  CR: 'certificates',
  KY: 'keys',
  BL: 'metering',
  EV: 'audit records',
};

const RULE_NEEDS: ReadonlyMap<Need, readonly RuleId[]> = new Map<Need, readonly RuleId[]>([
  [
    'management plane',
    [
      ...[
        'SD-01',
        'SD-03',
        'SD-04',
        'SD-05',
        'SD-09',
        'SD-12',
        'RT-03',
        'RT-04',
        'PP-01',
        'PP-02',
        'PP-03',
        'PP-04',
      ],
      ...[
        'PP-06',
        'PP-10',
        'PP-11',
        'PP-12',
        'NR-05',
        'NR-06',
        'NR-07',
        'NR-12',
        'DL-09',
        'DL-10',
        'DL-11',
        'DL-12',
      ],
      ...[
        'DL-13',
        'PG-06',
        'PG-07',
        'PG-09',
        'LS-07',
        'LS-08',
        'AS-06',
        'ER-14',
        'ER-15',
        'ER-16',
        'ER-17',
        'ER-18',
      ],
      ...['ER-21', 'PM-03', 'PM-08', 'EV-04'],
    ] as RuleId[],
  ],
  ['resource groups that are deleted', ['DL-12', 'VT-09']],
  ['role assignments or event subscriptions', ['VT-07']],
  ['a policy on the management plane', ['VT-15']],
  ['template deployments', ['VT-14']],
  ['objects on the management plane', ['DL-13']],
  ['a vault without soft delete on the management plane', ['SD-09']],
  ['keys', ['NR-02', 'ER-22', 'ER-23', 'BL-03', 'BL-06']],
  ['automatic rotation or renewal', ['BL-08']],
  ['keys on the management plane', ['KY-05']],
  ['certificates', ['SD-10', 'ER-19']],
  ['managed HSM', ['PM-14', 'PM-15', 'SD-11', 'VT-16', 'NR-11', 'PG-10', 'BK-09', 'LM-06', 'BL-07']],
  ['several principals', ['DL-04', 'RC-06', 'PG-05', 'ER-11']],
  ['several callers of the management plane', ['LS-08', 'PM-10', 'PM-11', 'PM-13']],
  ['conditions on role assignments', ['PM-17']],
  ['a second geography', ['BK-05']],
  ['an undeletable subscription', ['UN-01']],
  ['throttling on demand', ['ER-20', 'LM-03']],
  ['client library', ['AS-07', 'AS-08', 'AS-09', 'AS-10']],
  ['calls without a token', ['ER-03']],
  ['more than 500 versions', ['BK-07']],
  ['a clock', ['RT-10']],
  ['purge protection', ['PP-05', 'PP-07', 'PP-08', 'ER-06']],
  ['retention other than 90 days', []],
  ['a vault without soft delete', ['SD-06', 'SD-07', 'ER-12']],
  [
    'settling that takes time',
    ['AS-01', 'AS-02', 'AS-03', 'AS-04', 'AS-05', 'PG-04', 'RC-08', 'NR-09', 'ER-07', 'ER-08'],
  ],
]);

/** Rules that need more than one thing. */
const FURTHER_NEEDS: ReadonlyMap<RuleId, Need> = new Map([
  ['RT-14', 'a clock'],
  ['RT-05', 'retention other than 90 days'],
]);

/** Why a rule cannot be judged where only these needs are met; undefined when it can be. */
export function notApplicable(rule: Rule, met: ReadonlySet<Need>): string | undefined {
  if (rule.unobservable !== undefined) return rule.unobservable;
  const missing = needsOf(rule).find((need) => !met.has(need));
  return missing && `needs ${missing}`;
}

/** Everything that a rule needs beside secrets in a vault. */
export function needsOf({ id }: Rule): readonly Need[] {
  const group = GROUP_NEEDS[id.slice(0, 2) as RuleGroup];
  const own = [...RULE_NEEDS].filter(([, ids]) => ids.includes(id)).map(([need]) => need);
  const protectedToo: readonly Need[] = id === 'RT-14' || id === 'RT-05' ? ['purge protection'] : [];
  return [group, ...own, ...protectedToo, FURTHER_NEEDS.get(id)].filter((need) => need !== undefined);
}
