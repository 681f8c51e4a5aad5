import type { RuleSummary, TargetSummary } from '../../model/event.ts';
import type { NoEvidence, RuleStanding, RuleStatus, RunSummary, TraceSummary } from '../fold/runSummary.ts';
import { withoutEvidence } from '../fold/withoutEvidence.ts';
import { pick } from './pick.ts';
import { type ReportedDivergence, reportDivergence } from './reportedDivergence.ts';

/** The format of the report; it rises when a reader of an older one could misread a newer one. */
const REPORT_FORMAT = 1;

/** A rule as JSON shows it beside its status. */
interface ReportedRule extends Omit<RuleSummary, 'id' | 'notApplicable'> {
  /** How many exchanges it explained. */
  readonly exchanges: number;
  /** How many recorded exchanges bear it out; only where recordings were judged. */
  readonly evidence?: number;
  /** Why it was not judged or never reached, where that is known. */
  readonly reason?: string;
}

/** What `--json` prints and `report.json` holds; `schema.json` beside this file describes it. */
export interface RunReport extends Omit<RunSummary, 'target' | 'rules' | 'divergences' | 'flaky' | 'traces'> {
  readonly format: typeof REPORT_FORMAT;
  /** The name of the target: `embedded`, `lowkey-vault`, `recordings`. */
  readonly target: string;
  readonly targetDetails: Omit<TargetSummary, 'name' | 'advance'>;
  readonly rules: { readonly [id: string]: RuleStatus };
  readonly ruleDetails: { readonly [id: string]: ReportedRule };
  readonly divergences: readonly ReportedDivergence[];
  readonly flaky: readonly ReportedDivergence[];
  /** Only where recordings were judged. */
  readonly traces?: readonly TraceSummary[];
  /** The rules that no recorded exchange bears out, by reason; only where recordings were judged. */
  readonly withoutEvidence?: readonly NoEvidence[];
}

function reportRule(standing: RuleStanding, command: RunSummary['command']): ReportedRule {
  return {
    ...pick(standing.rule, 'statement', 'level', 'sources', 'contradiction'),
    ...pick(standing, 'exchanges', 'reason'),
    ...(command === 'check' ? pick(standing, 'evidence') : {}),
  };
}

/** Makes the JSON object of a run, fit for `JSON.stringify`. */
export function reportRun(summary: RunSummary): RunReport {
  const { command, verdict, target, rules, divergences, flaky, traces, model, reach, ...rest } = summary;
  return {
    format: REPORT_FORMAT,
    command,
    verdict,
    target: target.name,
    model: pick(model, 'version'),
    ...rest,
    ...(reach === undefined ? {} : { reach: pick(reach, 'tried', 'reachable', 'tables', 'unreached') }),
    targetDetails: pick(target, 'url', 'version', 'capabilities', 'missing'),
    rules: Object.fromEntries(rules.map(({ rule, status }) => [rule.id, status])),
    ruleDetails: Object.fromEntries(
      rules.map((standing) => [standing.rule.id, reportRule(standing, command)]),
    ),
    divergences: divergences.map(reportDivergence),
    flaky: flaky.map(reportDivergence),
    ...(command === 'check' ? { traces, withoutEvidence: withoutEvidence(rules) } : {}),
  };
}
