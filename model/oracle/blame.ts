import type { Answer } from '../answer.ts';
import type { Command, Op } from '../command.ts';
import { type Difference, THE_FORM } from '../pattern/difference.ts';
import type { RuleId } from '../rule.ts';
import { CALLER_REFUSED } from '../rules/permissions/permissionRefusal.ts';
import type { ObjectState } from '../world/objectState.ts';
import { DATES } from './departure.ts';
import type { Attempt } from './explanation.ts';

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
  // NR-04 is blamed where the case of letters explains the answer, and only there.
  ...['DL-08', 'LS-09', 'LM-04', 'ER-01', 'ER-02', 'NR-04'],
] as RuleId[]);

/** Rules that say what follows a success: a call that is refused instead does not break them. */
const AFTER_SUCCESS: ReadonlySet<RuleId> = new Set<RuleId>(['SD-08', 'NR-08', 'PG-08', 'LS-04', 'BK-08']);

/** Rules that keep a name free: what else is wrong with a request is nothing to them. */
const FREE_NAME: ReadonlySet<RuleId> = new Set<RuleId>(['NR-03', 'NR-08', 'PG-08', 'RC-08', 'BK-08']);

/** The rules that an answer of a wrong status breaks. */
export function blameStatus({ op }: Command, answer: Answer, nearest: Attempt): readonly RuleId[] {
  const { status } = answer;
  const { permits } = nearest.outcome;
  if (permits && isRefusedCaller(answer)) return permits;
  const rules = blameOutcome(nearest);
  if (status < 400 || nearest.outcome.pattern.status.every((due) => due >= 400)) return rules;
  const unneeded = status === 409 ? AFTER_SUCCESS : new Set([...AFTER_SUCCESS, ...FREE_NAME]);
  const broken = rules.filter((rule) => !unneeded.has(rule));
  // What was shown as deleted and is not there any more went before its time.
  if (op === 'getDeleted' && isMissed(answer, nearest.object)) return leading('RT-09', broken);
  return broken.length > 0 ? broken : rules.slice(0, 1);
}

/** Whether an answer does not find what was seen to be deleted. */
function isMissed({ status }: Answer, object: ObjectState): boolean {
  return status === 404 && object.phase === 'deleted' && object.seen === true;
}

/** The rules with one of them first, if it is among them. */
function leading(first: RuleId, rules: readonly RuleId[]): readonly RuleId[] {
  return rules.includes(first) ? [first, ...rules.filter((rule) => rule !== first)] : rules;
}

/** Whether it is who asks that was refused, and not what is asked. */
function isRefusedCaller({ status, refusal }: Answer): boolean {
  if (status === 403 && refusal?.code === 'AuthorizationFailed') return true;
  return status === 401 || (status === 403 && CALLER_REFUSED.includes(refusal?.inner ?? ''));
}

/** The rules that tell the outcome that is nearest. */
export function blameOutcome({ outcome }: Attempt): readonly RuleId[] {
  return tellingRules(outcome.rules);
}

/** Those of the rules behind an answer that tell whether it succeeds, and how it fails. */
export function tellingRules(rules: readonly RuleId[]): readonly RuleId[] {
  const outcomes = rules.filter((rule) => !DETAIL_RULES.has(rule));
  return outcomes.length > 0 ? outcomes : rules.slice(0, 1);
}

/** The rules that a refusal of the right status and the wrong code or shape breaks. */
export function blameRefusal({ field }: Difference, nearest: Attempt): readonly RuleId[] {
  const [principal = 'ER-01'] = blameOutcome(nearest);
  if (field === 'WWW-Authenticate') return ['ER-03'];
  if (field !== 'error.code' && field !== 'error.innererror.code') return ['ER-01'];
  const own = nearest.outcome.rules.find((rule) => rule.startsWith('ER-') && rule !== 'ER-02');
  return [own ?? principal];
}

/** The rule that each field of an answer stands under, where a field has one of its own. */
const FIELD_RULES: Readonly<Record<string, RuleId>> = {
  recoveryLevel: 'PP-09',
  recoveryId: 'DL-02',
  name: 'LS-09',
  id: 'LS-09',
};

/** The rule about what an operation shows of an object's own fields. */
const CONTENT_RULES: Readonly<Partial<Record<Op, RuleId>>> = {
  update: 'LS-11',
  delete: 'DL-08',
  getDeleted: 'DL-08',
  listDeleted: 'DL-08',
  recover: 'RC-02',
  restore: 'BK-03',
  list: 'LS-06',
};

/** The rule that says whether an operation shows a secret's value. */
const VALUE_RULES: Readonly<Partial<Record<Op, RuleId>>> = {
  update: 'LS-11',
  delete: 'DL-01',
  getDeleted: 'LS-03',
  listDeleted: 'LS-02',
  recover: 'RC-01',
  restore: 'BK-03',
  list: 'LS-06',
};

/** The rule that a wrong, missing or surplus field breaks. */
export function blameField(
  command: Command,
  { field, expected, observed }: Difference,
  nearest: Attempt,
): RuleId {
  const name = field.slice(field.lastIndexOf('.') + 1);
  const { object } = nearest;
  if (name === 'version' && expected === THE_FORM) return 'LS-09';
  if (name === 'version') return object.phase === 'absent' && object.gone ? 'NR-08' : 'LS-09';
  if (name === 'list' || name === 'body' || name === 'nextLink') return blameOutcome(nearest)[0] ?? 'LS-06';
  if (name === 'recoveryLevel' && nearest.outcome.rules.includes('UN-01')) return 'UN-01';
  if (name === 'recoverableDays') return expected === 'nothing' ? 'LM-07' : 'RT-02';
  if (name === 'deletedDate' || name === 'scheduledPurgeDate') return blameDeletion(name, expected, observed);
  if (DATES.includes(name) && /not a/.test(observed)) return 'RT-07';
  return (
    FIELD_RULES[name] ??
    (name === 'value' ? VALUE_RULES[command.op] : undefined) ??
    blameContent(command, nearest)
  );
}

/** The rule about an object's own fields: how they were kept, or what the operation shows of them. */
function blameContent({ op, kind }: Command, nearest: Attempt): RuleId {
  const { rules } = nearest.outcome;
  const past = rules.find((rule) => rule === 'BK-03' || rule === 'RC-02');
  const rule = past ?? CONTENT_RULES[op] ?? 'LS-10';
  if (kind === 'secret' || rules.includes(rule)) return rule;
  return blameOutcome(nearest).find((other) => !FREE_NAME.has(other)) ?? rule;
}

/** RT-13 says where the dates stand, RT-07 in which form, RT-08 and RT-06 which they are, RT-11 that they stay. */
function blameDeletion(
  name: 'deletedDate' | 'scheduledPurgeDate',
  expected: string,
  observed: string,
): RuleId {
  if (observed === 'nothing' || expected === 'nothing') return 'RT-13';
  if (/not a/.test(observed)) return 'RT-07';
  if (/^\d+$/.test(expected)) return 'RT-11';
  return name === 'deletedDate' ? 'RT-08' : 'RT-06';
}
