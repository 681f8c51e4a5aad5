import type { Verdict } from '../../model/event.ts';
import type { NoteSummary, RunSummary } from '../fold/runSummary.ts';
import { causesOf } from '../wording/causes.ts';
import { countOf } from '../wording/counts.ts';
import { divergenceSentence } from '../wording/divergence.ts';
import { printableLine } from '../wording/printable.ts';
import { reachLine } from '../wording/reach.ts';
import { coverageLine, effortLine, targetTitle, verdictSentence } from '../wording/verdict.ts';
import { wrapAfter, wrapLine } from '../wording/wrap.ts';
import { type BlockSetting, causeBlock } from './divergenceBlock.ts';
import { evidenceSection } from './evidenceSection.ts';
import type { Look, Paint } from './paint.ts';
import { ruleSection } from './ruleSection.ts';

/** Beyond this many, divergences are told in one sentence each. */
const MOST_IN_FULL = 20;
/** Most remarks of each kind that are shown. */
const MOST_NOTES = 10;

const BADGES: { readonly [verdict in Verdict]: readonly Look[] } = {
  conforms: ['bold', 'green'],
  diverges: ['bold', 'red'],
  inconclusive: ['bold', 'yellow'],
  unspecified: ['bold', 'yellow'],
};

/** How and where a report is shown. */
export interface TerminalSetting {
  /** Columns: 80 to 110 read best. */
  readonly width: number;
  readonly paint: Paint;
  /** Path of each divergence's curl script, by signature. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Other files that were written for this run: what each is, and its path. */
  readonly files: readonly (readonly [string, string])[];
}

function verdictLines(summary: RunSummary, { width, paint }: TerminalSetting): readonly string[] {
  const badge = summary.verdict.toUpperCase();
  const [first = '', ...rest] = wrapAfter(`${badge}  `, printableLine(verdictSentence(summary)), width);
  return [paint(BADGES[summary.verdict], badge) + first.slice(badge.length), ...rest];
}

function head(summary: RunSummary, setting: TerminalSetting): readonly string[] {
  const { width, paint } = setting;
  const { cut, damaged } = summary;
  const warn = (text: string): readonly string[] =>
    wrapLine(printableLine(text), width).map((line) => paint(['yellow'], line));
  return [
    paint(['bold'], printableLine(targetTitle(summary))),
    ...verdictLines(summary, setting),
    ...wrapLine(coverageLine(summary), width),
    ...wrapLine(printableLine(effortLine(summary)), width),
    ...(cut === undefined
      ? []
      : warn(`The log of this run ends early, after line ${cut.line}: ${cut.problem}.`)),
    ...damaged
      .slice(0, 3)
      .map(({ line, problem }) =>
        paint(['yellow'], `Line ${line} of the log cannot be read: ${printableLine(problem)}.`),
      ),
    '',
  ];
}

function divergences(summary: RunSummary, setting: BlockSetting): readonly string[] {
  const all = causesOf(summary.divergences);
  const sentence = (text: string): readonly string[] => wrapAfter('  - ', printableLine(text), setting.width);
  const rest = all.slice(MOST_IN_FULL);
  return [
    ...all
      .slice(0, MOST_IN_FULL)
      .flatMap((cause, index) => causeBlock(cause, `Divergence ${index + 1} of ${all.length}`, setting)),
    ...(rest.length === 0
      ? []
      : [
          `${countOf(rest.length, 'further divergence')}, told in full in the other reports:`,
          ...rest.flatMap(({ first }) => sentence(divergenceSentence(first))),
          '',
        ]),
    ...(summary.flaky.length === 0
      ? []
      : [
          setting.paint(['bold'], 'Seen, but not again when tried again'),
          ...summary.flaky.flatMap((divergence) => sentence(divergenceSentence(divergence))),
          '',
        ]),
  ];
}

/** A titled list of names, each with a text. */
function pairs(
  title: string,
  texts: readonly (readonly [string, string])[],
  { width, paint }: TerminalSetting,
): readonly string[] {
  if (texts.length === 0) return [];
  const longest = Math.min(30, Math.max(...texts.map(([name]) => name.length)));
  const lines = texts.flatMap(([name, text]) =>
    wrapAfter(`  ${printableLine(name).padEnd(longest)}  `, printableLine(text), width),
  );
  return [paint(['bold'], title), ...lines, ''];
}

function notes(
  title: string,
  all: readonly NoteSummary[],
  { width, paint }: TerminalSetting,
): readonly string[] {
  if (all.length === 0) return [];
  const lines = all.slice(0, MOST_NOTES).flatMap(({ text, count }) => {
    const times = count === 1 ? '' : ` (${countOf(count, 'time')})`;
    return wrapAfter('  - ', printableLine(text) + times, width);
  });
  const rest = all.length - MOST_NOTES;
  return [
    paint(['bold'], title),
    ...lines,
    ...(rest > 0 ? [`  - ${countOf(rest, 'more')} in the other reports`] : []),
    '',
  ];
}

/** The final report of a run for people, ready to be printed; it ends with a line feed. */
export function terminalReport(summary: RunSummary, setting: TerminalSetting): string {
  const { target, readings, troubles } = summary;
  const catalogue = new Map(summary.rules.map(({ rule }) => [rule.id, rule]));
  const lines = [
    ...head(summary, setting),
    ...ruleSection(summary, setting.width, setting.paint),
    ...evidenceSection(summary, setting.width, setting.paint),
    ...pairs(
      'Reach',
      (summary.reach?.tables ?? []).map((table) => [table.kind, reachLine(table)]),
      setting,
    ),
    ...divergences(summary, { ...setting, catalogue }),
    ...pairs('What could not be judged', Object.entries(target.missing), setting),
    ...pairs('How the target reads contradictions of the documents', Object.entries(readings), setting),
    ...notes('Trouble on the way', troubles, setting),
    ...notes('Notes', summary.notes, setting),
    ...pairs('Reports', setting.files, setting),
    ...(summary.divergences.length === 0 ? [] : verdictLines(summary, setting)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
