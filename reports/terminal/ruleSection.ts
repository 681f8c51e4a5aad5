import type { RuleStatus, RunSummary } from '../fold/runSummary.ts';
import { formatNumber } from '../wording/counts.ts';
import { printableLine } from '../wording/printable.ts';
import { foldRuleIds } from '../wording/ruleIds.ts';
import { groupByReason, idsWith } from '../wording/standings.ts';
import { wrapAfter } from '../wording/wrap.ts';
import type { Look, Paint } from './paint.ts';

const STATUSES: readonly (readonly [RuleStatus, string, Look])[] = [
  ['violated', 'violated', 'red'],
  ['exercised', 'exercised', 'green'],
  ['never-reached', 'never reached', 'yellow'],
  ['not-applicable', 'not applicable', 'dim'],
];
const LABEL_WIDTH = 16;
const COUNT_WIDTH = 5;
const INDENT = 2 + LABEL_WIDTH + COUNT_WIDTH + 2;

function writeIds(ids: readonly string[]): string {
  return foldRuleIds(ids).map(printableLine).join(' · ');
}

/** Lines of ids, each followed by the reason that they share, where a status has reasons. */
function idLines(summary: RunSummary, status: RuleStatus, width: number, paint: Paint): readonly string[] {
  const indent = ' '.repeat(INDENT);
  if (status === 'violated' || status === 'exercised') {
    return wrapAfter(indent, writeIds(idsWith(summary, status)), width);
  }
  return groupByReason(summary, status).flatMap(({ ids, reason }) => [
    ...wrapAfter(indent, writeIds(ids), width),
    ...wrapAfter(indent, printableLine(reason), width).map((line) => paint(['dim'], line)),
  ]);
}

/** What became of the rules: how many and which, by status, with the reason for those that were not judged. */
export function ruleSection(summary: RunSummary, width: number, paint: Paint): readonly string[] {
  const lines = STATUSES.flatMap(([status, label, look]) => {
    const { length } = idsWith(summary, status);
    if (length === 0) return [];
    const count = formatNumber(length).padStart(COUNT_WIDTH);
    const [first = '', ...rest] = idLines(summary, status, width, paint);
    return [`  ${paint([look], label.padEnd(LABEL_WIDTH))}${count}  ${first.slice(INDENT)}`, ...rest];
  });
  return lines.length === 0 ? [] : [paint(['bold'], 'Rules'), ...lines, ''];
}
