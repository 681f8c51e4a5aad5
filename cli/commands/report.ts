import { dirname } from 'node:path';
import { Command } from 'commander';
import { foldLog } from '../../reports/fold/foldLog.ts';
import { reportRun } from '../../reports/json/runReport.ts';
import { readLog } from '../../reports/log/readLog.ts';
import { terminalReport } from '../../reports/terminal/terminalReport.ts';
import { REPORT_FORMATS, writeReports } from '../../reports/writeReports.ts';
import { exitCodeOf } from '../exitCode.ts';
import { type Io, paint, print, reportWidth, writeJson } from '../io.ts';
import { knownSamples } from '../running/knownSamples.ts';
import { orUsageError } from '../usageError.ts';

interface ReportFlags {
  readonly out?: string;
  readonly json?: boolean;
}

/** `report`: render a log again, also one that was cut. */
export function reportCommand(io: Io, end: (exitCode: number) => void): Command {
  return new Command('report')
    .description('render the log of a run again: also of one that was killed')
    .argument('<log>', 'the run.jsonl of a run, gzipped or not')
    .option('--out <folder>', "where the reports go; the log's own folder unless given")
    .option('--json', 'print one JSON object on standard output')
    .action(async (log: string, flags: ReportFlags) => end(await report(io, log, flags)));
}

async function report(io: Io, log: string, flags: ReportFlags): Promise<number> {
  const summary = await orUsageError(() => foldLog(readLog(log)));
  const written = await orUsageError(() =>
    writeReports(summary, flags.out ?? dirname(log), REPORT_FORMATS, knownSamples()),
  );
  if (flags.json) await writeJson(io.out, reportRun(summary));
  else {
    const setting = { width: reportWidth(io.out), paint: paint(io.out), ...written };
    await print(io.out, `${terminalReport(summary, setting)}\n`);
  }
  return exitCodeOf(summary.verdict);
}
