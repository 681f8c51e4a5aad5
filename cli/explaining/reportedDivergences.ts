import { readFile } from 'node:fs/promises';
import type { RuleSummary } from '../../model/event.ts';
import type { Json } from '../../model/json.ts';
import { explainFileFault } from '../../reports/files/fileError.ts';
import { foldLog } from '../../reports/fold/foldLog.ts';
import type { DivergenceSummary } from '../../reports/fold/runSummary.ts';
import { readLog } from '../../reports/log/readLog.ts';
import { UsageError } from '../usageError.ts';

/** The divergences that a report or a log tells of, and the rules that it names. */
export interface Reported {
  /** Worst first, those that did not come again at the end. */
  readonly divergences: readonly DivergenceSummary[];
  readonly catalogue: ReadonlyMap<string, RuleSummary>;
  /** The target that was judged, and where it answered. */
  readonly target: { readonly name: string; readonly url?: string };
  /** The options of the run. */
  readonly options: { readonly [option: string]: Json };
}

/** Whether a file is a report by its name: `report.json` and not `run.jsonl`. */
function isReport(file: string): boolean {
  return file.toLowerCase().endsWith('.json');
}

/**
 * Reads the divergences of a `report.json` or a `run.jsonl`.
 * @throws UsageError for a file that is neither
 * @throws LogError for a log that cannot be read
 */
export async function readReported(file: string): Promise<Reported> {
  if (isReport(file)) return fromReport(file, await readText(file));
  const summary = await foldLog(readLog(file));
  return {
    divergences: [...summary.divergences, ...summary.flaky],
    catalogue: new Map(summary.rules.map(({ rule }) => [rule.id, rule])),
    target: summary.target,
    options: summary.options,
  };
}

/**
 * The divergence that a user names: by its number in the report, from 1, or by its signature, whole or in part.
 * @throws UsageError where there is none or where several fit
 */
export function divergenceNamed(
  divergences: readonly DivergenceSummary[],
  name: string | undefined,
  file: string,
): DivergenceSummary {
  if (divergences.length === 0) throw new UsageError(`${file} tells of no divergence`);
  const fitting = divergences.filter(
    ({ signature }, i) => name === undefined || name === String(i + 1) || signature === name,
  );
  const named =
    fitting.length > 0 ? fitting : divergences.filter(({ signature }) => signature.includes(name ?? ''));
  const [only, ...others] = named;
  if (only && others.length === 0) return only;
  const listed = (named.length > 0 ? named : divergences).slice(0, 20);
  const list = listed
    .map((divergence) => `${divergences.indexOf(divergence) + 1}: ${divergence.signature}`)
    .join('; ');
  const problem = named.length === 0 ? `no divergence "${name}"` : `${named.length} divergences that fit`;
  throw new UsageError(`${file} has ${problem}; name one with --divergence, by number or signature: ${list}`);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${explainFileFault(error)}`, { cause: error });
  }
}

function fromReport(file: string, text: string): Reported {
  const whole = parse(text) as Partial<WholeReport> | undefined;
  const { divergences, flaky, ruleDetails } = whole ?? {};
  if (!Array.isArray(divergences) || typeof ruleDetails !== 'object') {
    throw new UsageError(`${file} is no report.json of keyvault-conformance; name one, or a run.jsonl`);
  }
  const rules = Object.entries(ruleDetails).map(([id, rule]) => [id, { ...rule, id }] as const);
  const url = whole?.targetDetails?.url;
  return {
    divergences: [...divergences, ...(flaky ?? [])],
    catalogue: new Map(rules),
    target: { name: whole?.target ?? '', ...(url !== undefined && { url }) },
    options: whole?.options ?? {},
  };
}

interface WholeReport {
  readonly divergences: readonly DivergenceSummary[];
  readonly flaky: readonly DivergenceSummary[];
  readonly target: string;
  readonly targetDetails: { readonly url?: string };
  readonly options: { readonly [option: string]: Json };
  readonly ruleDetails: { readonly [id: string]: Omit<RuleSummary, 'id'> };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
