import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { applyConfig } from '../../../cli/config/applyConfig.ts';
import { addRunOptions, judgeOptionsOf, type RunFlags } from '../../../cli/options/runOptions.ts';
import { judgeTarget } from '../../../cli/running/judgeTarget.ts';
import type { ObjectKind } from '../../../model/command.ts';
import { plainPaint } from '../../../reports/terminal/paint.ts';
import { terminalReport } from '../../../reports/terminal/terminalReport.ts';
import type { StrategyName } from '../../explore.ts';

/** Calls that one test makes unless the config file gives a budget. */
const CALLS = 250;

/** What came of judging, for a test. */
export interface Judged {
  /** Signatures of the divergences found, those that are known left out. */
  readonly divergences: readonly string[];
  /** Rules that an answer bore out. */
  readonly exercised: readonly string[];
  /** Why nothing can be concluded; absent where something can. */
  readonly reason?: string;
  /** The whole report, for people. */
  readonly report: string;
}

/**
 * Explores one kind in one way on the target that `keyvault-conformance.config.ts` names, the embedded emulator where
 * there is no such file. Its log is removed again: what a test found stands in its failure.
 */
export async function judgeConfigured(kind: ObjectKind, strategy: StrategyName): Promise<Judged> {
  const command = addRunOptions(new Command('run'));
  await applyConfig(command);
  const flags = command.opts<RunFlags>();
  const isBudgetGiven = command.getOptionValueSource('budget') === 'config';
  const out = mkdtempSync(join(tmpdir(), 'keyvault-conformance-suite-'));
  const stream = new PassThrough().resume();
  try {
    const options = await judgeOptionsOf(
      { ...flags, out, kinds: [kind], strategy: [strategy], report: [] },
      stream,
    );
    const budget = isBudgetGiven ? options.budget : { calls: CALLS };
    const { summary } = await judgeTarget({ ...options, budget });
    return {
      divergences: summary.divergences.filter(({ known }) => !known).map(({ signature }) => signature),
      exercised: summary.rules.filter(({ status }) => status === 'exercised').map(({ rule }) => rule.id),
      ...(summary.reason !== undefined && { reason: summary.reason }),
      report: terminalReport(summary, { width: 100, paint: plainPaint, scripts: new Map(), files: [] }),
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
