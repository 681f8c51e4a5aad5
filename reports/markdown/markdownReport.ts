import { markdownTable } from 'markdown-table';
import type { Verdict } from '../../model/event.ts';
import type { NoteSummary, RuleStatus, RunSummary } from '../fold/runSummary.ts';
import { type Cause, causesOf } from '../wording/causes.ts';
import { countOf } from '../wording/counts.ts';
import { divergenceSentence } from '../wording/divergence.ts';
import { foldRuleIds } from '../wording/ruleIds.ts';
import { groupByReason, idsWith } from '../wording/standings.ts';
import { coverageLine, effortLine, targetTitle, verdictSentence } from '../wording/verdict.ts';
import { causeDetails } from './divergenceDetails.ts';
import { evidenceTables } from './evidenceTables.ts';
import { markdownText } from './markdownText.ts';

/** A CI job summary may have one mebibyte; beyond this many characters no further divergence is told in full. */
const ROOM_FOR_DETAILS = 400_000;

/** Most divergences that the overview lists, and most of any other list. */
const MOST_ROWS = 200;

const BADGES: { readonly [verdict in Verdict]: string } = {
  conforms: '✅ Conforms',
  diverges: '❌ Diverges',
  inconclusive: '⚠️ Inconclusive',
  unspecified: '❔ Unspecified',
};

function head(summary: RunSummary): readonly string[] {
  const cut = summary.cut;
  return [
    `## ${BADGES[summary.verdict]}: ${markdownText(targetTitle(summary))}`,
    '',
    `**${markdownText(verdictSentence(summary))}**`,
    '',
    `${markdownText(coverageLine(summary))}  \n${markdownText(effortLine(summary))}`,
    '',
    ...(cut === undefined
      ? []
      : [`> ⚠️ The log of this run ends early, after line ${cut.line}: ${markdownText(cut.problem)}.`, '']),
    ...(summary.damaged.length === 0
      ? []
      : [`> ⚠️ ${countOf(summary.damaged.length, 'line')} of the log could not be read.`, '']),
  ];
}

function overview(causes: readonly Cause[]): string {
  const rows = causes
    .slice(0, MOST_ROWS)
    .map(({ first, others }, index) => [
      String(index + 1),
      markdownText(first.severity) + (first.known === true ? ' (known)' : ''),
      markdownText(divergenceSentence(first)),
      first.rules.map(markdownText).join(', '),
      String([first, ...others].reduce((sum, { count }) => sum + count, 0)),
      others.length === 0 ? '' : countOf(others.length, 'more place'),
    ]);
  return markdownTable([['#', 'Severity', 'What happened', 'Rules broken', 'Seen', 'Also in'], ...rows], {
    align: ['r', 'l', 'l', 'l', 'r', 'l'],
    alignDelimiters: false,
  });
}

function details(
  summary: RunSummary,
  causes: readonly Cause[],
  scripts: ReadonlyMap<string, string>,
): readonly string[] {
  const catalogue = new Map(summary.rules.map(({ rule }) => [rule.id, rule]));
  const parts: string[] = [];
  let room = ROOM_FOR_DETAILS;
  for (const [index, cause] of causes.entries()) {
    const part = causeDetails(cause, catalogue, index + 1, scripts);
    room -= part.length;
    if (room < 0) {
      const rest = countOf(causes.length - index, 'further divergence');
      return [...parts, `${rest}: told in full in report.json.`, ''];
    }
    parts.push(part, '');
  }
  return parts;
}

function divergences(summary: RunSummary, scripts: ReadonlyMap<string, string>): readonly string[] {
  const { flaky } = summary;
  const causes = causesOf(summary.divergences);
  return [
    ...(causes.length === 0
      ? []
      : ['### Divergences', '', overview(causes), '', ...details(summary, causes, scripts)]),
    ...(flaky.length === 0
      ? []
      : [
          '### Seen, but not again',
          '',
          'These did not come again when they were tried again, and do not count.',
          '',
          ...flaky
            .slice(0, MOST_ROWS)
            .map((divergence) => `- ${markdownText(divergenceSentence(divergence))}`),
          '',
        ]),
  ];
}

function ruleTable(summary: RunSummary): string {
  const plain = (label: string, status: RuleStatus): readonly (readonly string[])[] => {
    const ids = idsWith(summary, status);
    return ids.length === 0 ? [] : [[label, String(ids.length), writeIds(ids), '']];
  };
  const reasoned = (label: string, status: RuleStatus): readonly (readonly string[])[] =>
    groupByReason(summary, status).map(({ ids, reason }) => [
      label,
      String(ids.length),
      writeIds(ids),
      markdownText(reason),
    ]);
  const rows = [
    ...plain('Violated', 'violated'),
    ...plain('Exercised', 'exercised'),
    ...reasoned('Never reached', 'never-reached'),
    ...reasoned('Not applicable', 'not-applicable'),
  ];
  return markdownTable([['Rules', 'Count', 'Which', 'Why'], ...rows], {
    align: ['l', 'r', 'l', 'l'],
    alignDelimiters: false,
  });
}

function writeIds(ids: readonly string[]): string {
  return foldRuleIds(ids).map(markdownText).join(' · ');
}

function list(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`### ${title}`, '', ...items.map((item) => `- ${item}`), ''];
}

function noteItems(notes: readonly NoteSummary[]): readonly string[] {
  return notes.map(
    ({ text, count }) => markdownText(text) + (count === 1 ? '' : ` (${countOf(count, 'time')})`),
  );
}

function pairs(texts: { readonly [key: string]: string }): readonly string[] {
  return Object.entries(texts).map(([key, text]) => `**${markdownText(key)}**: ${markdownText(text)}`);
}

/**
 * Writes a run as GitHub's Markdown, to be read as the summary of a CI job. `scripts` gives the path of each divergence's
 * curl script by signature.
 */
export function markdownReport(summary: RunSummary, scripts: ReadonlyMap<string, string>): string {
  return [
    ...head(summary),
    ...divergences(summary, scripts),
    ...(summary.rules.length === 0 ? [] : ['### Rules', '', ruleTable(summary), '']),
    ...evidenceTables(summary),
    ...list('What could not be judged', pairs(summary.target.missing)),
    ...list('How the target reads contradictions of the documents', pairs(summary.readings)),
    ...list('Trouble on the way', noteItems(summary.troubles)),
    ...list('Notes', noteItems(summary.notes)),
    // By this a later run knows the file for a report.
    '<!-- keyvault-conformance -->',
    '',
  ].join('\n');
}
