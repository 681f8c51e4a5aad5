import { Command } from 'commander';
import type { Adapter } from '../../adapters/adapter.ts';
import { targetNamed } from '../../adapters/targets/targets.ts';
import type { Json } from '../../model/json.ts';
import { PATIENCE, type Patience } from '../../model/oracle/hiddenSteps.ts';
import { recipeOf } from '../../properties/divergences/replayRecipe.ts';
import type { Recipe } from '../../properties/divergences/replaySteps.ts';
import { sequenceTable } from '../../reports/terminal/sequenceTable.ts';
import { printableLine } from '../../reports/wording/printable.ts';
import { EXIT } from '../exitCode.ts';
import { divergenceNamed, type Reported, readReported } from '../explaining/reportedDivergences.ts';
import { type Io, paint, print, reportWidth, writeJson } from '../io.ts';
import { checkCompatible } from '../options/compatibleOptions.ts';
import { addTargetOptions, type TargetFlags, targetOptionsOf } from '../options/targetOptions.ts';
import { type Replayed, replayDivergence } from '../replaying/replayDivergence.ts';
import { onInterrupt } from '../running/onInterrupt.ts';
import { openTarget } from '../running/openTarget.ts';
import { UsageError } from '../usageError.ts';

interface ReplayFlags extends TargetFlags {
  readonly divergence?: string;
  readonly json?: boolean;
}

/** `replay`: run one divergence of a report or a log again. */
export function replayCommand(io: Io, end: (exitCode: number) => void): Command {
  const command = new Command('replay')
    .description(
      'run one divergence again: reproduced (exit code 1), fixed (0), or unreachable (2). On the target that was ' +
        'judged, unless --target names another',
    )
    .argument('<file>', 'the report.json or run.jsonl of a run');
  return addTargetOptions(command)
    .option('--divergence <which>', 'its number in the report, or its signature or a part of it')
    .option('--json', 'print one JSON object on standard output')
    .action(async (file: string) => end(await replay(io, file, command)));
}

const CODES = { reproduced: EXIT.diverges, fixed: EXIT.conforms, unreachable: EXIT.inconclusive } as const;

async function replay(io: Io, file: string, command: Command): Promise<number> {
  const flags = command.opts<ReplayFlags>();
  const reported = await readReported(file);
  const divergence = divergenceNamed(reported.divergences, flags.divergence, file);
  const { signature } = divergence;
  const recipe = recipeOf(divergence);
  if (!recipe) {
    throw new UsageError(
      `${file} does not keep the steps of "${signature}": it was only recorded, or an earlier version wrote this file`,
    );
  }
  const interrupt = onInterrupt('Stopping: tidying up. Again to stop at once.');
  try {
    const { name, options } = targetOf(command, flags, reported);
    const opened = await openTarget(targetNamed(name), options, interrupt.signal);
    const replayed = 'reason' in opened ? unreached(opened.reason) : await onTarget(opened.adapter, recipe);
    if (flags.json) await writeJson(io.out, { signature, target: name, ...replayed });
    else await print(io.out, asText(io, signature, name, replayed));
    return CODES[replayed.result];
  } finally {
    interrupt.done();
  }

  async function onTarget(adapter: Adapter, recipe: Recipe): Promise<Replayed> {
    try {
      return await replayDivergence(adapter, {
        recipe,
        signature,
        patience: patienceOf(reported.options.patience),
        signal: interrupt.signal,
        warn: (text) => io.err.write(`keyvault-conformance: ${printableLine(text)}\n`),
      });
    } finally {
      await adapter.close();
    }
  }
}

/** The target that is named, else the one that was judged. */
function targetOf(
  command: Command,
  flags: ReplayFlags,
  { target }: Reported,
): { readonly name: string; readonly options: ReturnType<typeof targetOptionsOf> } {
  const isNamed = command.getOptionValueSource('target') === 'cli';
  const url = flags.url ?? target.url;
  const judged = target.name === 'url' && url !== undefined ? url : target.name;
  const name = isNamed ? flags.target : judged;
  checkCompatible(command, name);
  // Where an emulator of the harness's own answered is another place each time.
  const { json: _json, divergence: _divergence, ...targetFlags } = flags;
  return { name, options: targetOptionsOf({ ...targetFlags, target: name }, 0) };
}

function unreached(reason: string): Replayed {
  return { result: 'unreachable', reason, sequence: [], signatures: [] };
}

function patienceOf(json: Json | undefined): Patience {
  const { settle, purgeLag } = (json ?? {}) as { readonly settle?: unknown; readonly purgeLag?: unknown };
  return typeof settle === 'number' && typeof purgeLag === 'number' ? { settle, purgeLag } : PATIENCE;
}

const SENTENCES = {
  reproduced: 'it came again',
  fixed: 'the same steps are answered as the rules allow',
  unreachable: 'nothing is known',
} as const;

function asText(io: Io, signature: string, target: string, replayed: Replayed): string {
  const { result, reason, sequence } = replayed;
  const lines = [
    `${result.toUpperCase()}: ${reason ?? SENTENCES[result]}`,
    `${signature}, on ${target}`,
    ...(sequence.length === 0 ? [] : sequenceTable(sequence, reportWidth(io.out), paint(io.out))),
  ];
  return `${lines.join('\n')}\n`;
}
