import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { targetNamed } from '../../adapters/targets/targets.ts';
import { OBJECT_KINDS, type ObjectKind } from '../../model/command.ts';
import { PATIENCE } from '../../model/oracle/hiddenSteps.ts';
import { type Budget, STRATEGIES, type StrategyName } from '../../properties/explore.ts';
import { EXPLORED_KINDS, EXPLORED_SETTINGS, SHRINK_CALLS } from '../../properties/exploreDefaults.ts';
import { reportRun } from '../../reports/json/runReport.ts';
import { terminalReport } from '../../reports/terminal/terminalReport.ts';
import { printableLine } from '../../reports/wording/printable.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../reports/writeReports.ts';
import { applyConfig } from '../config/applyConfig.ts';
import { exitCodeOf } from '../exitCode.ts';
import { type Io, paint, print, reportWidth, writeJson } from '../io.ts';
import { budget } from '../options/budget.ts';
import { readKnown } from '../options/knownDivergences.ts';
import { wholeNumber } from '../options/numbers.ts';
import { ruleFilter } from '../options/ruleFilter.ts';
import { addTargetOptions, seconds, type TargetFlags, targetOptionsOf } from '../options/targetOptions.ts';
import { judgeTarget } from '../running/judgeTarget.ts';

interface RunFlags extends TargetFlags {
  readonly kinds: readonly ObjectKind[];
  readonly strategy: readonly StrategyName[];
  readonly seed?: number;
  readonly budget: Budget;
  readonly concurrency: number;
  readonly only?: string;
  readonly known?: string;
  readonly report: readonly ReportFormat[];
  readonly out: string;
  readonly json?: boolean;
  readonly config?: string;
  readonly purgeLag: number;
  readonly settleLimit: number;
  readonly shrinkCalls: number;
}

/** `run`: judge a target. */
export function runCommand(io: Io, end: (exitCode: number) => void): Command {
  const command = new Command('run').description(
    'judge a target: the embedded emulator unless --target names another',
  );
  addTargetOptions(command)
    .option('--kinds <names>', `what to explore, of ${OBJECT_KINDS.join(', ')}`, kinds, [...EXPLORED_KINDS])
    .option('--strategy <names>', `ways to explore, of ${STRATEGIES.join(', ')}`, strategies, [...STRATEGIES])
    .option(
      '--seed <number>',
      'what sequences are drawn with; a new one for each run unless given',
      wholeNumber(0, 2 ** 31 - 1),
    )
    .option('--budget <budget>', 'how far to explore: 5000calls, 60s, or both', budget, {
      calls: 5000,
      seconds: 50,
    })
    .option('--concurrency <n>', 'sequences at a time', wholeNumber(1, 64), 1)
    .option('--only <rules>', 'look for these rules and groups alone: NR,PP-05')
    .option('--known <file>', 'divergences that are known: shown, but no ground for the verdict')
    .option('--report <formats>', `reports to write, of ${REPORT_FORMATS.join(', ')}`, formats, [
      ...REPORT_FORMATS,
    ])
    .option('--out <folder>', 'where the log and the reports go', 'report')
    .option('--json', 'print one JSON object on standard output')
    .option('--config <file>', 'options from this file; ./keyvault-conformance.config.ts unless given')
    .option('--purge-lag <seconds>', 'how late the automatic purge may be', seconds, PATIENCE.purgeLag)
    .option(
      '--settle-limit <seconds>',
      'how long a deletion, recovery or purge may take',
      seconds,
      PATIENCE.settle,
    )
    .option(
      '--shrink-calls <n>',
      'calls that shrinking one divergence may spend',
      wholeNumber(0, 100_000),
      SHRINK_CALLS,
    )
    .action(async () => {
      await applyConfig(command);
      end(await run(io, command.opts<RunFlags>()));
    });
  return command;
}

async function run(io: Io, flags: RunFlags): Promise<number> {
  const seed = flags.seed ?? randomBytes(4).readUInt32BE() >>> 1;
  const wanted = ruleFilter(flags.only);
  const known = await readKnown(flags.known);
  const { summary, written, trouble } = await judgeTarget({
    preset: targetNamed(flags.target),
    target: targetOptionsOf(flags, seed),
    kinds: flags.kinds,
    settings: EXPLORED_SETTINGS,
    seed,
    strategies: flags.strategy,
    budget: flags.budget,
    concurrency: flags.concurrency,
    patience: { settle: flags.settleLimit, purgeLag: flags.purgeLag },
    shrinkCalls: flags.shrinkCalls,
    known,
    ...(wanted && { wanted }),
    out: flags.out,
    formats: flags.report,
    stream: io.err,
  });
  // Whoever reads JSON by machine is told as well; the report for people begins with it.
  const problem = trouble ?? (flags.json ? summary.reason : undefined);
  if (problem !== undefined) io.err.write(`keyvault-conformance: ${printableLine(problem)}\n`);
  if (flags.json) await writeJson(io.out, reportRun(summary));
  else if (trouble === undefined) {
    const setting = { width: reportWidth(io.out), paint: paint(io.out), ...written };
    await print(io.out, `${terminalReport(summary, setting)}\n`);
  }
  return exitCodeOf(summary.verdict);
}

function kinds(text: string): readonly ObjectKind[] {
  return listOf(text, OBJECT_KINDS);
}

function strategies(text: string): readonly StrategyName[] {
  return listOf(text, STRATEGIES);
}

function formats(text: string): readonly ReportFormat[] {
  return listOf(text, REPORT_FORMATS);
}

function listOf<T extends string>(text: string, known: readonly T[]): readonly T[] {
  return text.split(',').map((part) => {
    const name = known.find((other) => other === part.trim());
    if (name === undefined)
      throw new InvalidArgumentError(`"${part.trim()}" is not one of ${known.join(', ')}.`);
    return name;
  });
}
