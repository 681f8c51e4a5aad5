import { dirname } from 'node:path';
import { Command } from 'commander';
import { foldLog } from '../../reports/fold/foldLog.ts';
import { reportRun } from '../../reports/json/runReport.ts';
import { readLog } from '../../reports/log/readLog.ts';
import { terminalReport } from '../../reports/terminal/terminalReport.ts';
import { writeReports } from '../../reports/writeReports.ts';
import { exitCodeOf } from '../exitCode.ts';
import { type Io, paint, reportWidth, writeJson } from '../io.ts';

/** `report`: render a log again, also one that was cut. */
export function reportCommand(io: Io, end: (exitCode: number) => void): Command {
  return new Command('report')
    .description('render the log of a run again: also of one that was killed')
    .argument('<log>', 'the run.jsonl of a run, gzipped or not')
    .option('--out <folder>', "where the reports go; the log's own folder unless given")
    .option('--json', 'print one JSON object on standard output')
    .action(async (log: string, flags: { readonly out?: string; readonly json?: boolean }) => {
      const summary = await foldLog(readLog(log));
      const written = writeReports(summary, flags.out ?? dirname(log));
      if (flags.json) await writeJson(io.out, reportRun(summary));
      else
        io.out.write(
          `${terminalReport(summary, { width: reportWidth(io.out), paint: paint(io.out), ...written })}\n`,
        );
      end(exitCodeOf(summary.verdict));
    });
}
