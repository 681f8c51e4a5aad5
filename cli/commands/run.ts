import { Command } from 'commander';
import { reportRun } from '../../reports/json/runReport.ts';
import { terminalReport } from '../../reports/terminal/terminalReport.ts';
import { printableLine } from '../../reports/wording/printable.ts';
import { applyConfig } from '../config/applyConfig.ts';
import { exitCodeOf } from '../exitCode.ts';
import { type Io, paint, print, reportWidth, writeJson } from '../io.ts';
import { checkCompatible } from '../options/compatibleOptions.ts';
import { addRunOptions, judgeOptionsOf, type RunFlags } from '../options/runOptions.ts';
import { judgeTarget } from '../running/judgeTarget.ts';

/** `run`: judge a target. */
export function runCommand(io: Io, end: (exitCode: number) => void): Command {
  const command = new Command('run').description(
    'judge a target: the embedded emulator unless --target names another',
  );
  return addRunOptions(command).action(async () => {
    await applyConfig(command);
    checkCompatible(command, command.opts<RunFlags>().target);
    end(await run(io, command.opts<RunFlags>()));
  });
}

async function run(io: Io, flags: RunFlags): Promise<number> {
  const { summary, written, trouble } = await judgeTarget(await judgeOptionsOf(flags, io.err));
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
