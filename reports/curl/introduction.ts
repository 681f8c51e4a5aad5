import type { RuleSummary } from '../../model/event.ts';
import type { DivergenceSummary, RunSummary } from '../fold/runSummary.ts';
import { divergenceSentence, settingsPhrase } from '../wording/divergence.ts';
import { printableLine } from '../wording/printable.ts';
import { severityMeaning } from '../wording/severity.ts';
import { levelPhrase, shortSources, toldRules } from '../wording/toldRules.ts';
import { targetTitle } from '../wording/verdict.ts';
import { wrapAfter } from '../wording/wrap.ts';
import { vaultBase } from './requestPath.ts';

/** The second line of every script; tells them from files that others put into the folder. */
export const SCRIPT_MARK = '# Replays one divergence that keyvault-conformance found.';

const WIDTH = 100;
/** Most rules that are told with statement and source. */
const MOST_RULES = 3;

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
  const { told, others } = toldRules(divergence, catalogue, MOST_RULES);
  const comments = told.flatMap(({ id, broken, rule }) => {
    const label = broken ? 'Broken:   ' : 'Rule:     ';
    if (rule === undefined) return comment(label, id);
    const text = comment(label, `${id} (${levelPhrase(rule)}) ${rule.statement}`);
    return rule.sources.length === 0
      ? text
      : [...text, ...comment('          ', `Source: ${shortSources(rule)}`)];
  });
  return others.length === 0 ? comments : [...comments, ...comment('More:     ', others.join(', '))];
}

/**
 * How to run the script against the vault of the run. Where the vault's host name is not the target's own, the
 * connection has to be led to the target.
 */
function usage(divergence: DivergenceSummary, summary: RunSummary, name: string): readonly string[] {
  const request = divergence.sequence.find((row) => row.request !== undefined)?.request;
  const base = vaultBase(request?.url ?? '');
  const vault = URL.parse(base);
  const target = URL.parse(summary.target.url ?? '');
  const led = vault !== null && target !== null && vault.host !== target.host;
  const words = [
    ...(isSelfSigned(target) ? ['--insecure'] : []),
    ...(led ? [`--connect-to ::${target.host}`] : []),
  ];
  const options = words.length > 0 ? ` CURL_OPTIONS='${words.join(' ')}'` : '';
  const url = base === '' ? (summary.target.url ?? 'https://...') : base;
  return comment('Use: ', `VAULT_URL=${url} TOKEN=...${options} bash ${name}`);
}

/** Whether the certificate is sure to be one that no authority signed: there are no others for this machine itself. */
function isSelfSigned(target: URL | null): boolean {
  return target?.protocol === 'https:' && /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(target.hostname);
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
    ...usage(divergence, summary, name),
    ...USAGE,
    ...(clocked && summary.target.advance !== undefined
      ? ['#   CLOCK_URL     base URL of the request that moves time on']
      : []),
  ];
}
