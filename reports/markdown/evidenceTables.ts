import { markdownTable } from 'markdown-table';
import type { Coverage, RunSummary } from '../fold/runSummary.ts';
import { withoutEvidence } from '../fold/withoutEvidence.ts';
import { formatNumber } from '../wording/counts.ts';
import { foldRuleIds } from '../wording/ruleIds.ts';
import { markdownText } from './markdownText.ts';

const WHY = {
  unobservable: 'No client can see it',
  'not-in-recordings': 'Recordings cannot show it',
  'never-recorded': 'Never recorded',
} as const;

/**
 * What a check of recordings rests on, in Markdown: exchanges by plane and operation, and how many bear each rule out;
 * nothing for a run.
 */
export function evidenceTables(summary: RunSummary): readonly string[] {
  if (summary.command !== 'check') return [];
  return [
    '### Exchanges',
    '',
    exchangeTable(summary),
    '',
    '### Evidence',
    '',
    'How many recorded exchanges bear each rule out.',
    '',
    evidenceTable(summary),
    '',
    ...without(summary),
  ];
}

function exchangeTable({ exchanges }: RunSummary): string {
  const { planes, operations } = exchanges;
  const row = (name: string, plane: string, { total, modelled, explained }: Coverage): readonly string[] => [
    name,
    plane,
    ...[total, modelled, explained].map(formatNumber),
  ];
  const rows = (['data', 'management'] as const).flatMap((plane) => [
    row('**all**', plane, planes[plane]),
    ...operations
      .filter((counted) => counted.plane === plane)
      .map((counted) => row(markdownText(counted.operation), plane, counted)),
  ]);
  return markdownTable([['Operation', 'Plane', 'Total', 'Modelled', 'Explained'], ...rows], {
    align: ['l', 'l', 'r', 'r', 'r'],
    alignDelimiters: false,
  });
}

function evidenceTable({ rules }: RunSummary): string {
  const rows = rules
    .filter(({ evidence }) => evidence > 0)
    .map(({ rule, evidence }) => [
      markdownText(rule.id),
      formatNumber(evidence),
      markdownText(rule.statement),
    ]);
  return markdownTable([['Rule', 'Exchanges', 'What it says'], ...rows], {
    align: ['l', 'r', 'l'],
    alignDelimiters: false,
  });
}

function without({ rules }: RunSummary): readonly string[] {
  const groups = withoutEvidence(rules);
  if (groups.length === 0) return [];
  const rows = groups.map((group) => [
    WHY[group.why],
    String(group.rules.length),
    foldRuleIds(group.rules).map(markdownText).join(' · '),
    markdownText(group.reason),
  ]);
  const table = markdownTable([['Without evidence', 'Count', 'Rules', 'Why'], ...rows], {
    align: ['l', 'r', 'l', 'l'],
    alignDelimiters: false,
  });
  return [table, ''];
}
