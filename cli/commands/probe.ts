import { Command } from 'commander';
import type { Adapter } from '../../adapters/adapter.ts';
import { targetNamed } from '../../adapters/targets/targets.ts';
import { targetLines } from '../../reports/terminal/targetLines.ts';
import { printableLine } from '../../reports/wording/printable.ts';
import { EXIT } from '../exitCode.ts';
import { type Io, print, reportWidth, writeJson } from '../io.ts';
import { checkCompatible } from '../options/compatibleOptions.ts';
import { addTargetOptions, type TargetFlags, targetOptionsOf } from '../options/targetOptions.ts';
import { onInterrupt } from '../running/onInterrupt.ts';
import { openTarget } from '../running/openTarget.ts';

interface ProbeFlags extends TargetFlags {
  readonly json?: boolean;
}

/** `probe`: find out what a target can do. */
export function probeCommand(io: Io, end: (exitCode: number) => void): Command {
  const command = new Command('probe').description(
    'find out what a target can do: planes, kinds of object, clock, callers, meter; nothing is changed in its vaults',
  );
  return addTargetOptions(command)
    .option('--json', 'print one JSON object on standard output')
    .action(async () => {
      checkCompatible(command, command.opts<ProbeFlags>().target);
      end(await probe(io, command.opts<ProbeFlags>()));
    });
}

async function probe(io: Io, { json, ...flags }: ProbeFlags): Promise<number> {
  const interrupt = onInterrupt('Stopping.');
  try {
    const opened = await openTarget(targetNamed(flags.target), targetOptionsOf(flags, 0), interrupt.signal);
    if ('reason' in opened) {
      io.err.write(`keyvault-conformance: ${printableLine(opened.reason)}\n`);
      if (json) await writeJson(io.out, { target: flags.target, reason: opened.reason });
      return EXIT.inconclusive;
    }
    const { adapter } = opened;
    try {
      if (json) await writeJson(io.out, foundAt(adapter));
      else await print(io.out, `${targetLines(adapter.summary, reportWidth(io.out)).join('\n')}\n`);
    } finally {
      await adapter.close();
    }
    return EXIT.conforms;
  } finally {
    interrupt.done();
  }
}

function foundAt({ summary, kinds, clock, management, readMeter }: Adapter): object {
  const { name, url, version, capabilities, missing, principals } = summary;
  return {
    target: name,
    ...(url !== undefined && { url }),
    ...(version !== undefined && { version }),
    planes: { data: true, management: management !== undefined },
    kinds,
    clock: clock === undefined ? false : { scope: clock.scope, frozen: clock.frozen },
    permissions: principals !== undefined,
    metering: readMeter !== undefined,
    capabilities,
    missing,
  };
}
