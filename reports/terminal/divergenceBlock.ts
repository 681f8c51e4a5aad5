import type { RuleSummary } from '../../model/event.ts';
import type { DivergenceSummary } from '../fold/runSummary.ts';
import type { Cause } from '../wording/causes.ts';
import { countOf } from '../wording/counts.ts';
import {
  confirmationPhrase,
  divergenceSentence,
  divergenceTitle,
  settingsPhrase,
} from '../wording/divergence.ts';
import { printableLine } from '../wording/printable.ts';
import { severityMeaning } from '../wording/severity.ts';
import { levelPhrase, shortSources, toldRules } from '../wording/toldRules.ts';
import { replyText, shorten } from '../wording/wireText.ts';
import { wrapAfter, wrapLine } from '../wording/wrap.ts';
import type { Paint } from './paint.ts';
import { sequenceTable } from './sequenceTable.ts';

/** Longest reply that is shown, in characters. */
const LONGEST_REPLY = 400;
/** Most rules that are told with statement and source. */
const MOST_RULES = 3;
const LABEL_WIDTH = 12;

/** What the blocks of one report share. */
export interface BlockSetting {
  readonly catalogue: ReadonlyMap<string, RuleSummary>;
  /** Columns. */
  readonly width: number;
  readonly paint: Paint;
  /** Path of each divergence's curl script, by signature. */
  readonly scripts: ReadonlyMap<string, string>;
}

/** Lines behind a label; each text begins a line of its own. */
function field(label: string, texts: readonly string[], setting: BlockSetting): readonly string[] {
  return texts.flatMap((text, index) => {
    const name = index === 0 ? label : '';
    const [first = '', ...rest] = wrapAfter(' '.repeat(2 + LABEL_WIDTH), printableLine(text), setting.width);
    const labelled = `  ${setting.paint(['dim'], name.padEnd(LABEL_WIDTH))}${first.slice(2 + LABEL_WIDTH)}`;
    return [labelled.trimEnd(), ...rest];
  });
}

function allowedTexts(divergence: DivergenceSummary): readonly string[] {
  const texts = divergence.expected.map(({ answer, rules, when }) => {
    const by = rules.length === 0 ? '' : ` by ${rules.join(', ')}`;
    return `${answer}${by}${when === undefined ? '' : `, ${when}`}`;
  });
  return texts.length === 0 ? ['nothing'] : texts;
}

function cameTexts(divergence: DivergenceSummary): readonly string[] {
  const { answer, wire } = divergence.observed;
  return wire === undefined ? [answer] : [answer, shorten(replyText(wire, 0), LONGEST_REPLY)];
}

function ruleFields(divergence: DivergenceSummary, setting: BlockSetting): readonly string[] {
  const { told, others } = toldRules(divergence, setting.catalogue, MOST_RULES);
  const fields = told.flatMap(({ id, broken, rule }) => {
    const label = broken ? 'broken rule' : 'rule';
    if (rule === undefined) return field(label, [id], setting);
    const source = rule.sources.length === 0 ? [] : [`source: ${shortSources(rule)}`];
    return field(label, [`${id} (${levelPhrase(rule)}) ${rule.statement}`, ...source], setting);
  });
  return others.length === 0 ? fields : [...fields, ...field('more rules', [others.join(', ')], setting)];
}

/** Most other places of one difference that are listed. */
const MOST_OTHERS = 12;

/**
 * One divergence, told so that it can be understood alone, and where else the same difference shows. `title` says which
 * of how many it is.
 */
export function causeBlock(
  { first, others }: Cause,
  title: string,
  setting: BlockSetting,
): readonly string[] {
  const block = divergenceBlock(first, title, setting);
  if (others.length === 0) return block;
  const listed = others.slice(0, MOST_OTHERS);
  const more = others.length - listed.length;
  return [
    ...block,
    '  The same difference also in:',
    ...listed.flatMap((other) => wrapAfter('  - ', printableLine(otherPlace(other)), setting.width)),
    ...(more > 0 ? [`  - ${countOf(more, 'more place')}, which the other reports list`] : []),
    '',
  ];
}

function otherPlace(divergence: DivergenceSummary): string {
  const { severity, observed } = divergence;
  const seen = confirmationPhrase(divergence);
  return `${divergenceTitle(divergence)}, which answered ${observed.answer} (${severity}, ${seen})`;
}

function divergenceBlock(
  divergence: DivergenceSummary,
  title: string,
  setting: BlockSetting,
): readonly string[] {
  const { severity, settings, remark, signature } = divergence;
  const { paint, width } = setting;
  const heading = `${title} · ${severity}`;
  const script = setting.scripts.get(signature);
  return [
    `${paint(['bold'], heading)} ${paint(['dim'], '─'.repeat(Math.max(0, width - heading.length - 1)))}`,
    ...wrapLine(printableLine(divergenceSentence(divergence)), width),
    '',
    ...field('severity', [`${severity}: ${severityMeaning(severity)}`], setting),
    ...field('allowed', allowedTexts(divergence), setting),
    ...field('came', cameTexts(divergence), setting),
    ...field('differs', [divergence.differs], setting),
    ...ruleFields(divergence, setting),
    ...(settings === undefined ? [] : field('vault', [settingsPhrase(settings)], setting)),
    ...field('seen', [confirmationPhrase(divergence).replace(/^seen /, '')], setting),
    ...(remark === undefined ? [] : field('remark', [remark], setting)),
    ...(script === undefined ? [] : field('replay', [script], setting)),
    '',
    '  The shortest sequence that shows it, with the time since its first call:',
    ...sequenceTable(divergence.sequence, width - 2, paint).map((line) => `  ${line}`),
    '',
  ];
}
