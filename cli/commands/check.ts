import { Command } from 'commander';
import { RunFold } from '../../reports/fold/runFold.ts';
import { reportRun } from '../../reports/json/runReport.ts';
import { Progress } from '../../reports/terminal/progress.ts';
import { terminalReport } from '../../reports/terminal/terminalReport.ts';
import { writeReports } from '../../reports/writeReports.ts';
import { judgeFiles } from '../checking/judgeFiles.ts';
import { exitCodeOf } from '../exitCode.ts';
import { type Io, paint, reportWidth, writeJson } from '../io.ts';

interface CheckFlags {
  readonly json?: boolean;
  readonly out?: string;
}

/** `check`: judge recordings. */
export function checkCommand(io: Io, end: (exitCode: number) => void): Command {
  return new Command('check')
    .description(
      'judge recorded traffic: test-proxy JSON, VCR YAML, nock, HAR, trace JSONL, or the run.jsonl of an earlier run, ' +
        'each also gzipped',
    )
    .argument('<file...>', 'the recordings')
    .option('--json', 'print one JSON object on standard output')
    .option('--out <folder>', 'write reports there')
    .action(async (files: string[], flags: CheckFlags) => end(await check(io, files, flags)));
}

async function check(io: Io, files: readonly string[], flags: CheckFlags): Promise<number> {
  const progress = new Progress({ stream: io.err });
  let fold: RunFold | undefined;
  try {
    for await (const event of judgeFiles(files)) {
      if (event.type === 'header') fold = new RunFold(event);
      else fold?.add(event);
      progress.update(event);
    }
  } finally {
    progress.stop();
  }
  const summary = fold?.summary();
  if (!summary) throw new Error('a check without a header');
  const written =
    flags.out === undefined ? { files: [], scripts: new Map() } : writeReports(summary, flags.out);
  if (flags.json) await writeJson(io.out, reportRun(summary));
  else
    io.out.write(
      `${terminalReport(summary, { width: reportWidth(io.out), paint: paint(io.out), ...written })}\n`,
    );
  return exitCodeOf(summary.verdict);
}
