import type { DivergenceSummary, RuleStanding, RunSummary } from '../fold/runSummary.ts';
import { confirmationPhrase, divergenceSentence, settingsPhrase } from '../wording/divergence.ts';
import { printableLine } from '../wording/printable.ts';
import { groupOf } from '../wording/ruleIds.ts';
import { rowText } from '../wording/sequenceRow.ts';
import { standingReason } from '../wording/standings.ts';
import { effortLine, targetTitle, verdictSentence } from '../wording/verdict.ts';
import { writeXml, type XmlElement } from './xml.ts';

/** A divergence as the text of a failure. */
function describeDivergence(divergence: DivergenceSummary): string {
  const { severity, settings, remark } = divergence;
  const rows = divergence.sequence.map((row, index) => {
    const { time, state, call, answer } = rowText(row);
    const came = answer === '' ? '' : ` -> ${answer}`;
    return `  ${index + 1}. at ${time}: ${call}${state === '' ? '' : ` (state: ${state})`}${came}`;
  });
  return [
    divergenceSentence(divergence),
    `Severity: ${severity}; ${confirmationPhrase(divergence)}.`,
    ...(settings === undefined ? [] : [`Vault: ${settingsPhrase(settings)}.`]),
    ...(remark === undefined ? [] : [remark]),
    'Shortest sequence:',
    ...rows,
  ]
    .map((line) => line.slice(0, line.length - line.trimStart().length) + printableLine(line))
    .join('\n');
}

function failure(divergences: readonly DivergenceSummary[]): XmlElement {
  const message = divergences.map(divergenceSentence).map(printableLine).join('\n');
  const type = divergences[0]?.severity ?? 'divergence';
  return {
    name: 'failure',
    attributes: { message, type },
    children: [divergences.map(describeDivergence).join('\n\n')],
  };
}

/** One rule as a test case: failed when a divergence breaks it, skipped when nothing could be said of it. */
function ruleCase(standing: RuleStanding, summary: RunSummary): XmlElement {
  const { rule, status } = standing;
  const attributes = {
    classname: groupOf(rule.id),
    name: printableLine(`${rule.id} ${rule.statement}`),
    time: 0,
  };
  if (status === 'exercised') return { name: 'testcase', attributes };
  if (status === 'violated') {
    const broken = summary.divergences.filter((divergence) => divergence.rules.includes(rule.id));
    return { name: 'testcase', attributes, children: [failure(broken)] };
  }
  const message = printableLine(
    `${status === 'never-reached' ? 'never reached' : 'not applicable'}: ${standingReason(standing, summary)}`,
  );
  return { name: 'testcase', attributes, children: [{ name: 'skipped', attributes: { message } }] };
}

/** Divergences that name no rule, so that no test case of a rule would tell of them. */
function rulelessCases(summary: RunSummary): readonly XmlElement[] {
  return summary.divergences
    .filter((divergence) => divergence.rules.length === 0)
    .map((divergence) => ({
      name: 'testcase',
      attributes: { classname: 'divergence', name: printableLine(divergence.signature), time: 0 },
      children: [failure([divergence])],
    }));
}

/** A run that could not be judged as a test case in error: skipped rules alone would look like success. */
function verdictCase(summary: RunSummary): readonly XmlElement[] {
  if (summary.verdict !== 'inconclusive') return [];
  const message = printableLine(verdictSentence(summary));
  return [
    {
      name: 'testcase',
      attributes: { classname: 'run', name: 'the target can be judged', time: 0 },
      children: [{ name: 'error', attributes: { message, type: 'inconclusive' } }],
    },
  ];
}

function countWith(cases: readonly XmlElement[], result: string): number {
  return cases.filter(({ children = [] }) =>
    children.some((child) => typeof child !== 'string' && child.name === result),
  ).length;
}

/**
 * Writes a run as JUnit XML: one test case per rule, in the class of its group. Known divergences fail it too: what CI
 * makes of them is decided by the exit code.
 */
export function junitReport(summary: RunSummary): string {
  const cases = [
    ...verdictCase(summary),
    ...summary.rules.map((standing) => ruleCase(standing, summary)),
    ...rulelessCases(summary),
  ];
  const counts = {
    tests: cases.length,
    failures: countWith(cases, 'failure'),
    errors: countWith(cases, 'error'),
    skipped: countWith(cases, 'skipped'),
    time: summary.seconds ?? 0,
  };
  const suite: XmlElement = {
    name: 'testsuite',
    attributes: {
      name: printableLine(targetTitle(summary)),
      ...counts,
      timestamp: summary.started.replace(/Z$/, ''),
    },
    children: [...cases, { name: 'system-out', children: [printableLine(effortLine(summary))] }],
  };
  return writeXml({
    name: 'testsuites',
    attributes: { name: 'keyvault-conformance', ...counts },
    children: [suite],
  });
}
