import { SEVERITIES } from '../../model/event.ts';
import type { RunSummary } from '../fold/runSummary.ts';
import { causesOf } from './causes.ts';
import { countOf, formatNumber } from './counts.ts';
import { formatWallTime } from './duration.ts';

/** What is judged, in one line: `lowkey-vault 7.3.74 at https://localhost:8443`. */
export function targetTitle(summary: RunSummary): string {
  const { name, version, url } = summary.target;
  return [name, version, url === undefined ? undefined : `at ${url}`]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Why the verdict is what it is, as one sentence. */
export function verdictSentence(summary: RunSummary): string {
  switch (summary.verdict) {
    case 'conforms':
      return `Every answer that a rule decides is one that the rules allow.${knownHint(summary)}`;
    case 'diverges':
      return `${divergenceCounts(summary)}.`;
    case 'inconclusive':
      return `Nothing can be concluded: ${sentenceOf(summary.reason ?? 'the target could not be judged')}`;
    case 'unspecified':
      return `No verdict: ${sentenceOf(summary.reason ?? 'no rule decides what was seen')}`;
  }
}

/** A reason that ends a sentence, whether it is one itself or not. */
function sentenceOf(reason: string): string {
  return reason.endsWith('.') ? reason : `${reason}.`;
}

function knownHint(summary: RunSummary): string {
  const known = summary.divergences.length;
  return known === 0 ? '' : ` ${countOf(known, 'divergence')} that you listed as known came again.`;
}

/** How many divergences of each severity, worst first: `3 divergences: 1 data-lost-early, 2 wrong-code`. */
function divergenceCounts(summary: RunSummary): string {
  const all = summary.divergences;
  const kinds = SEVERITIES.map((severity) => {
    const count = all.filter((divergence) => divergence.severity === severity).length;
    return count === 0 ? undefined : `${count} ${severity}`;
  }).filter((kind) => kind !== undefined);
  const known = all.filter((divergence) => divergence.known === true).length;
  const hint = known === 0 ? '' : ` (${formatNumber(known)} listed as known)`;
  const causes = causesOf(all).length;
  const of = causes === all.length ? '' : ` of ${countOf(causes, 'kind')}`;
  return `${countOf(all.length, 'divergence')}${of}: ${kinds.join(', ')}${hint}`;
}

/** How much was done: calls, sequences, time, seed; recordings and exchanges where recordings were judged. */
export function effortLine(summary: RunSummary): string {
  const time = summary.seconds === undefined ? undefined : formatWallTime(summary.seconds);
  const parts =
    summary.command === 'check'
      ? [
          countOf(summary.traces.length, 'recording'),
          countOf(summary.exchanges.total, 'exchange'),
          `${formatNumber(summary.exchanges.modelled)} modelled`,
          `${formatNumber(summary.exchanges.explained)} explained`,
          `${formatNumber(summary.exchanges.unexplained)} unexplained`,
          time,
        ]
      : [
          countOf(summary.calls, 'call'),
          countOf(summary.sequences, 'sequence'),
          time,
          `seed ${summary.seed}`,
          summary.strategies.join(' + '),
        ];
  return [...parts, `model ${summary.model.version}`]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** How far the rules and the states were covered: `43 of 61 applicable rules reached`. */
export function coverageLine(summary: RunSummary): string {
  const applicable = summary.rules.filter((standing) => standing.status !== 'not-applicable');
  const met = applicable.filter((standing) => standing.status !== 'never-reached').length;
  const rules = `${formatNumber(met)} of ${countOf(applicable.length, 'applicable rule')} reached`;
  if (summary.reach === undefined) return rules;
  const { tried, reachable } = summary.reach;
  return `${rules} · ${formatNumber(tried)} of ${formatNumber(reachable)} reachable (state, call) pairs tried`;
}
