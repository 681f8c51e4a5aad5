import type { RuleStanding, RuleStatus, RunSummary } from '../fold/runSummary.ts';

/** What a report says of a rule that nothing reached and the log gives no reason for. */
function usualReason(summary: RunSummary): string {
  if (summary.calls === 0) return 'no call was made';
  if (summary.cut !== undefined) return 'the run ended before a call led to it';
  if (summary.command === 'check') return 'no recording shows it';
  return 'no call of this run led to it; a larger budget or another strategy may';
}

/** Rules that have one status for one reason. */
export interface StandingGroup {
  readonly ids: readonly string[];
  readonly reason: string;
}

/** The ids of the rules with a status, in the order of the catalogue. */
export function idsWith(summary: RunSummary, status: RuleStatus): readonly string[] {
  return summary.rules.filter((standing) => standing.status === status).map((standing) => standing.rule.id);
}

/** Why a rule was never reached or cannot be judged. */
export function standingReason(standing: RuleStanding, summary: RunSummary): string {
  return standing.reason ?? usualReason(summary);
}

/** The rules with a status, put together by reason. */
export function groupByReason(summary: RunSummary, status: RuleStatus): readonly StandingGroup[] {
  const groups = new Map<string, string[]>();
  for (const standing of summary.rules) {
    if (standing.status !== status) continue;
    const reason = standingReason(standing, summary);
    const ids = groups.get(reason) ?? [];
    groups.set(reason, ids);
    ids.push(standing.rule.id);
  }
  return Array.from(groups, ([reason, ids]) => ({ ids, reason }));
}
