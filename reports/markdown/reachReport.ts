import { markdownTable } from 'markdown-table';
import type { RunSummary } from '../fold/runSummary.ts';
import { countOf, formatNumber } from '../wording/counts.ts';
import { reachSums } from '../wording/reach.ts';
import { markdownText } from './markdownText.ts';

const SIGNS: Readonly<Record<string, string>> = { x: '●', p: '○', '.': '?', v: '–v', b: '–b' };

const LEGEND =
  '● tried · ○ tried in another state of the same phase, which is enough · ? can be reached, not tried · ' +
  '–v unreachable: no version of the name is known there · –b unreachable: no backup of the name was taken there';

/** What was tried where, in Markdown: a table of states and calls for each kind of object; empty where nothing tells. */
export function reachReport({ reach }: RunSummary): string {
  if (reach?.tables === undefined) return '';
  const { tried, reachable, tables, unreached = {} } = reach;
  const lines = [
    '## Reach: which calls were tried in which states',
    '',
    `${formatNumber(tried)} of ${formatNumber(reachable)} reachable (state, call) pairs tried.`,
    '',
    LEGEND,
    '',
  ];
  for (const table of tables) {
    const sums = reachSums(table);
    lines.push(
      `### ${markdownText(table.kind)}: ${countOf(table.rows.length, 'state')}`,
      '',
      `${formatNumber(sums.tried)} tried, ${formatNumber(sums.untried)} reachable and not tried, ${formatNumber(sums.unreachable)} unreachable.`,
      '',
      markdownTable([
        ['Call', ...table.rows.map(({ state }) => markdownText(state))],
        ...table.calls.map((call, i) => [
          markdownText(call),
          ...table.rows.map(({ marks }) => SIGNS[marks[i] ?? ''] ?? ''),
        ]),
      ]),
      '',
    );
  }
  const never = Object.entries(unreached);
  if (never.length > 0) {
    lines.push('### States never seen', '');
    lines.push(...never.map(([state, why]) => `- **${markdownText(state)}**: ${markdownText(why)}`), '');
  }
  // By this a later run knows the file for a report.
  return `${lines.join('\n')}<!-- keyvault-conformance -->\n`;
}
