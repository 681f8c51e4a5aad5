import type { RuleSummary } from '../../model/event.ts';
import type { DivergenceSummary, RunSummary } from '../fold/runSummary.ts';
import { divergenceSentence, levelPhrase, rulesOf, settingsPhrase } from '../wording/divergence.ts';
import { printableLine } from '../wording/printable.ts';
import { severityMeaning } from '../wording/severity.ts';
import { targetTitle } from '../wording/verdict.ts';
import { wrapAfter } from '../wording/wrap.ts';

/** The second line of every script; tells them from files that others put into the folder. */
export const SCRIPT_MARK = '# Replays one divergence that keyvault-conformance found.';

const WIDTH = 100;

const USAGE = [
  '#   VAULT_URL     base URL of a vault with these settings (must be set)',
  '#   TOKEN         bearer token; emulators that take any need none',
  '#   CURL_OPTIONS  further options for curl, such as --insecure or --cacert FILE',
  '#   NAME_SUFFIX   stands after every name, so that it is new each time; the time unless set',
];

/** A comment of any length; every line of it begins with `#`, so that nothing in the text is ever run. */
function comment(label: string, text: string): readonly string[] {
  return wrapAfter(label, printableLine(text), WIDTH - 2).map((line) => `# ${line}`);
}

function ruleComments(
  divergence: DivergenceSummary,
  catalogue: ReadonlyMap<string, RuleSummary>,
): readonly string[] {
  return rulesOf(divergence, catalogue).flatMap(({ id, broken, rule }) => {
    const label = broken ? 'Broken:   ' : 'Rule:     ';
    if (rule === undefined) return comment(label, id);
    return [
      ...comment(label, `${id} (${levelPhrase(rule)}) ${rule.statement}`),
      ...comment('          ', `Source: ${rule.sources.join('; ')}`),
    ];
  });
}

/** The comment at the head of a script: what it shows, by which rules, and how to run it. */
export function introduction(
  divergence: DivergenceSummary,
  summary: RunSummary,
  name: string,
): readonly string[] {
  const catalogue = new Map(summary.rules.map(({ rule }) => [rule.id, rule]));
  const { settings, remark, severity } = divergence;
  const clocked = divergence.sequence.some((row) => row.advance !== undefined);
  return [
    SCRIPT_MARK,
    '#',
    ...comment('', divergenceSentence(divergence)),
    '#',
    ...comment('Severity: ', `${severity} (${severityMeaning(severity)})`),
    ...ruleComments(divergence, catalogue),
    ...(settings === undefined ? [] : comment('Vault:    ', settingsPhrase(settings))),
    ...(remark === undefined ? [] : comment('Remark:   ', remark)),
    ...comment('Found in: ', `${targetTitle(summary)}, seed ${summary.seed}`),
    '#',
    `# Use: VAULT_URL=https://... TOKEN=... bash ${name}`,
    ...USAGE,
    ...(clocked && summary.target.advance !== undefined
      ? ['#   CLOCK_URL     base URL of the request that moves time on']
      : []),
  ];
}
