import { ONLY_WRONG } from './ruleTally.ts';
import type { NoEvidence, RuleStanding } from './runSummary.ts';

/** Why recordings bear a rule out nowhere, and which rules. */
const USUAL_REASONS: Readonly<Record<NoEvidence['why'], string>> = {
  unobservable: 'no client can see it',
  'not-in-recordings': 'recordings of calls cannot show it',
  'never-recorded': 'no recording shows it',
};

/** The rules that no exchange bears out, put together by the reason, in the order of the catalogue. */
export function withoutEvidence(rules: readonly RuleStanding[]): readonly NoEvidence[] {
  const groups = new Map<string, { readonly why: NoEvidence['why']; reason: string; rules: string[] }>();
  for (const standing of rules.filter(({ evidence }) => evidence === 0)) {
    const why = whyNot(standing);
    const reason = standing.reason ?? USUAL_REASONS[why];
    const group = groups.get(`${why} ${reason}`) ?? { why, reason, rules: [] };
    groups.set(`${why} ${reason}`, group);
    group.rules.push(standing.rule.id);
  }
  return [...groups.values()];
}

function whyNot({ rule, status, reason }: RuleStanding): NoEvidence['why'] {
  // Of recordings nothing is ruled out beforehand but what nobody can see.
  if (rule.notApplicable !== undefined) return 'unobservable';
  const lacks = status === 'never-reached' && reason !== undefined && reason !== ONLY_WRONG;
  return lacks ? 'not-in-recordings' : 'never-recorded';
}
