import { randomBytes } from 'node:crypto';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { targetNamed } from '../../adapters/targets/targets.ts';
import type { Kind } from '../../model/command.ts';
import { PATIENCE } from '../../model/oracle/hiddenSteps.ts';
import { type Budget, STRATEGIES, type StrategyName } from '../../properties/explore.ts';
import { EXPLORED_KINDS, EXPLORED_SETTINGS, SHRINK_CALLS } from '../../properties/exploreDefaults.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../reports/writeReports.ts';
import type { JudgeOptions } from '../running/judgeOptions.ts';
import { budget } from './budget.ts';
import { readKnown } from './knownDivergences.ts';
import { wholeNumber } from './numbers.ts';
import { ruleFilter } from './ruleFilter.ts';
import { addTargetOptions, seconds, type TargetFlags, targetOptionsOf } from './targetOptions.ts';

/** As far as a first run gets in under a minute. */
const USUAL_BUDGET = '5000calls,40s';

/** What commander makes of the options of a run. */
export interface RunFlags extends TargetFlags {
  readonly kinds?: readonly Kind[];
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

/** Adds the options of a run: what is judged, and how. */
export function addRunOptions(command: Command): Command {
  return addTargetOptions(command)
    .option(
      '--kinds <names>',
      `what to explore, of ${EXPLORED_KINDS.join(', ')} (default: all that the target keeps; secrets alone of azure)`,
      kinds,
    )
    .addOption(
      new Option('--strategy <names>', `ways to explore, of ${STRATEGIES.join(', ')}`)
        .argParser(strategies)
        .default([...STRATEGIES], 'all of them'),
    )
    .option(
      '--seed <number>',
      'what sequences are drawn with; a new one for each run unless given',
      wholeNumber(0, 2 ** 31 - 1),
    )
    .addOption(
      new Option('--budget <budget>', 'how far to explore: in calls, in seconds, or both')
        .argParser(budget)
        .default(budget(USUAL_BUDGET), USUAL_BUDGET),
    )
    .option('--concurrency <n>', 'sequences at a time', wholeNumber(1, 64), 1)
    .option('--only <rules>', 'look for these rules and groups alone: NR,PP-05')
    .option('--known <file>', 'divergences that are known: shown, but no ground for the verdict')
    .addOption(
      new Option('--report <formats>', `reports to write, of ${REPORT_FORMATS.join(', ')}`)
        .argParser(formats)
        .default([...REPORT_FORMATS], 'all of them'),
    )
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
    );
}

/**
 * What a run is to do, by its options.
 * @param stream where progress is shown
 * @throws UsageError when an option does not fit, or a file that it names cannot be read
 */
export async function judgeOptionsOf(flags: RunFlags, stream: JudgeOptions['stream']): Promise<JudgeOptions> {
  const seed = flags.seed ?? randomBytes(4).readUInt32BE() >>> 1;
  const wanted = ruleFilter(flags.only);
  const known = await readKnown(flags.known);
  const preset = targetNamed(flags.target);
  return {
    preset,
    target: targetOptionsOf(flags, seed),
    kinds: flags.kinds ?? preset.explored ?? EXPLORED_KINDS,
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
    stream,
  };
}

function kinds(text: string): readonly Kind[] {
  return listOf(text, EXPLORED_KINDS);
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
