import type { Coverage, RunSummary } from '../fold/runSummary.ts';
import { withoutEvidence } from '../fold/withoutEvidence.ts';
import { countOf, formatNumber } from '../wording/counts.ts';
import { printableLine } from '../wording/printable.ts';
import { wrapAfter } from '../wording/wrap.ts';
import type { Paint } from './paint.ts';

const LABEL_WIDTH = 18;

/**
 * What a check of recordings rests on: exchanges by plane and operation, how many bear each rule out, and how many
 * rules have none. Nothing for a run: the answers of a target under test bear no rule out.
 */
export function evidenceSection(summary: RunSummary, width: number, paint: Paint): readonly string[] {
  if (summary.command !== 'check') return [];
  const { planes, operations } = summary.exchanges;
  const lines = (label: string, text: string): readonly string[] =>
    wrapAfter(`  ${label.padEnd(LABEL_WIDTH)}`, text, width);
  const named = (plane: 'data' | 'management'): string =>
    operations
      .filter((counted) => counted.plane === plane)
      .map((counted) => `${printableLine(counted.operation)} ${shares(counted)}`)
      .join(' · ');
  return [
    paint(['bold'], 'Exchanges: those recorded; modelled/explained where fewer'),
    ...lines('data plane', shares(planes.data)),
    ...lines('', named('data')),
    ...lines('management plane', shares(planes.management)),
    ...lines('', named('management')),
    '',
    paint(['bold'], 'Evidence: exchanges that bear a rule out'),
    ...lines('rules borne out', borneOut(summary)),
    ...withoutEvidence(summary.rules).flatMap(({ why, reason, rules }) =>
      lines(TITLES[why], `${countOf(rules.length, 'rule')}: ${printableLine(reason)}`),
    ),
    '',
  ];
}

const TITLES = {
  unobservable: 'unobservable',
  'not-in-recordings': 'not in recordings',
  'never-recorded': 'never recorded',
} as const;

function shares({ total, modelled, explained }: Coverage): string {
  const all = formatNumber(total);
  if (explained === total) return all;
  return `${all} (${formatNumber(modelled)}/${formatNumber(explained)})`;
}

function borneOut({ rules }: RunSummary): string {
  const counts = rules
    .filter(({ evidence }) => evidence > 0)
    .map(({ rule, evidence }) => `${printableLine(rule.id)} ${formatNumber(evidence)}`);
  return counts.length === 0 ? 'none' : counts.join(' · ');
}
