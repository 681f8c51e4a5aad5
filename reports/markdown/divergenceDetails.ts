import { markdownTable } from 'markdown-table';
import type { RuleSummary } from '../../model/event.ts';
import type { DivergenceSummary } from '../fold/runSummary.ts';
import type { Cause } from '../wording/causes.ts';
import {
  confirmationPhrase,
  divergenceSentence,
  divergenceTitle,
  settingsPhrase,
} from '../wording/divergence.ts';
import { rowText } from '../wording/sequenceRow.ts';
import { severityMeaning } from '../wording/severity.ts';
import { levelPhrase, toldRules } from '../wording/toldRules.ts';
import { replyText, shorten } from '../wording/wireText.ts';
import { htmlText, markdownBlock, markdownCode, markdownText } from './markdownText.ts';

/** Longest reply that is shown, in characters. */
const LONGEST_REPLY = 4000;

function allowedList(divergence: DivergenceSummary): string {
  const items = divergence.expected.map(({ answer, rules, when }) => {
    const reasons = rules.length === 0 ? '' : ` by ${rules.map(markdownText).join(', ')}`;
    return `- ${markdownCode(answer)}${reasons}${when === undefined ? '' : `, ${markdownText(when)}`}`;
  });
  return items.length === 0 ? '- nothing' : items.join('\n');
}

function sources(rule: RuleSummary): string {
  return rule.sources.length === 0 ? '' : ` · source: ${rule.sources.join('; ')}`;
}

function ruleList(divergence: DivergenceSummary, catalogue: ReadonlyMap<string, RuleSummary>): string {
  return toldRules(divergence, catalogue)
    .told.map(({ id, broken, rule }) => {
      const mark = broken ? ' — **broken**' : '';
      if (rule === undefined) return `- **${markdownText(id)}**${mark}`;
      const source = `  \n  <sub>${markdownText(`${levelPhrase(rule)}${sources(rule)}`)}</sub>`;
      return `- **${markdownText(id)}**${mark}: ${markdownText(rule.statement)}${source}`;
    })
    .join('\n');
}

function sequenceTable(divergence: DivergenceSummary): string {
  const last = divergence.sequence.length - 1;
  const rows = divergence.sequence.map((row, index) => {
    const { time, state, call, answer } = rowText(row);
    const mark = index === last ? ' ❌' : '';
    return [String(index + 1), time, state, call, answer]
      .map(markdownText)
      .with(-1, markdownText(answer) + mark);
  });
  return markdownTable([['#', 'Time', 'State before', 'Call', 'Answer'], ...rows], {
    align: ['r', 'r', 'l', 'l', 'l'],
  });
}

function facts(divergence: DivergenceSummary, script: string | undefined): string {
  const { settings, remark, severity } = divergence;
  const items = [
    `**Severity** ${markdownText(severity)}: ${markdownText(severityMeaning(severity))}`,
    `**What differs** ${markdownText(divergence.differs)}`,
    settings === undefined ? undefined : `**Vault** ${markdownText(settingsPhrase(settings))}`,
    `**Seen** ${markdownText(confirmationPhrase(divergence).replace(/^seen /, ''))}`,
    remark === undefined ? undefined : `**Remark** ${markdownText(remark)}`,
    script === undefined ? undefined : `**Replay** ${markdownCode(script)}`,
  ];
  return items.filter((item) => item !== undefined).join('  \n');
}

/**
 * Everything about one divergence, folded away behind its title, and where else the same difference shows. `scripts`
 * gives the path of each divergence's curl script by signature.
 */
export function causeDetails(
  { first: divergence, others }: Cause,
  catalogue: ReadonlyMap<string, RuleSummary>,
  number: number,
  scripts: ReadonlyMap<string, string>,
): string {
  const { wire } = divergence.observed;
  const script = scripts.get(divergence.signature);
  const title = `${divergenceTitle(divergence)}: ${divergence.differs}`;
  return [
    '<details>',
    `<summary><b>${number} · ${htmlText(divergence.severity)}</b> · ${htmlText(title)}</summary>`,
    '',
    markdownText(divergenceSentence(divergence)),
    '',
    facts(divergence, script),
    '',
    '**What the rules allow**',
    '',
    allowedList(divergence),
    '',
    '**What came**',
    '',
    wire === undefined
      ? markdownCode(divergence.observed.answer)
      : markdownBlock(shorten(replyText(wire, 2), LONGEST_REPLY), 'http'),
    '',
    '**Shortest sequence**',
    '',
    sequenceTable(divergence),
    '',
    '**The rules**',
    '',
    ruleList(divergence, catalogue),
    '',
    ...otherPlaces(others, scripts),
    '</details>',
  ].join('\n');
}

function otherPlaces(
  others: readonly DivergenceSummary[],
  scripts: ReadonlyMap<string, string>,
): readonly string[] {
  if (others.length === 0) return [];
  const items = others.map((other) => {
    const script = scripts.get(other.signature);
    const place = `${divergenceTitle(other)}, which answered ${other.observed.answer} (${other.severity})`;
    return `- ${markdownText(place)}${script === undefined ? '' : `: ${markdownCode(script)}`}`;
  });
  return ['**The same difference also in**', '', ...items, ''];
}
