import { SEVERITIES } from '../../model/event.ts';
import type { DivergenceSummary } from '../fold/runSummary.ts';

/** Divergences that one mistake may be behind: the one that tells most, and the others. */
export interface Cause {
  readonly first: DivergenceSummary;
  /** The same difference in other operations and states, in the order in which reports list divergences. */
  readonly others: readonly DivergenceSummary[];
}

/** Puts divergences together by what is behind them, so that each mistake is read once; worst first. */
export function causesOf(divergences: readonly DivergenceSummary[]): readonly Cause[] {
  const groups = new Map<string, DivergenceSummary[]>();
  for (const divergence of divergences) {
    groups.set(divergence.cause, [...(groups.get(divergence.cause) ?? []), divergence]);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group.toSorted(byTelling)[0];
    return first ? [{ first, others: group.filter((other) => other !== first) }] : [];
  });
}

/** The worst tells most, and of equally bad ones the shortest. */
function byTelling(a: DivergenceSummary, b: DivergenceSummary): number {
  const severity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  return severity || a.sequence.length - b.sequence.length || a.n - b.n;
}
