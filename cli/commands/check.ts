import { Command } from 'commander';
import { RunFold } from '../../reports/fold/runFold.ts';
import type { RunSummary } from '../../reports/fold/runSummary.ts';
import { reportRun } from '../../reports/json/runReport.ts';
import { prepareFolder } from '../../reports/prepareFolder.ts';
import { Progress } from '../../reports/terminal/progress.ts';
import { terminalReport } from '../../reports/terminal/terminalReport.ts';
import { REPORT_FORMATS, writeReports } from '../../reports/writeReports.ts';
import { judgeFiles } from '../checking/judgeFiles.ts';
import { exitCodeOf } from '../exitCode.ts';
import { type Io, paint, print, reportWidth, writeJson } from '../io.ts';
import { knownSamples } from '../running/knownSamples.ts';
import { orUsageError } from '../usageError.ts';

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

async function check(io: Io, files: readonly string[], { json, out }: CheckFlags): Promise<number> {
  if (out !== undefined) await orUsageError(() => prepareFolder(out));
  const summary = await judge(io, files);
  const written =
    out === undefined
      ? { files: [], scripts: new Map() }
      : writeReports(summary, out, REPORT_FORMATS, knownSamples());
  if (json) await writeJson(io.out, reportRun(summary));
  else {
    const setting = { width: reportWidth(io.out), paint: paint(io.out), ...written };
    await print(io.out, `${terminalReport(summary, setting)}\n`);
  }
  return exitCodeOf(summary.verdict);
}

async function judge(io: Io, files: readonly string[]): Promise<RunSummary> {
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
  if (!fold) throw new Error('a check without a header');
  return fold.summary();
}
