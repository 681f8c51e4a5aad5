import type { RunSummary } from '../../reports/fold/runSummary.ts';
import { LogWriter } from '../../reports/log/logWriter.ts';
import { removeFormerReports } from '../../reports/removeFormerReports.ts';
import { Progress } from '../../reports/terminal/progress.ts';
import { type WrittenReports, writeReports } from '../../reports/writeReports.ts';
import { orUsageError } from '../usageError.ts';
import type { JudgeOptions } from './judgeOptions.ts';
import { knownSamples } from './knownSamples.ts';
import { onInterrupt } from './onInterrupt.ts';
import { type OpenedTarget, openTarget } from './openTarget.ts';
import { RunRecorder } from './runRecorder.ts';
import { TargetRun } from './targetRun.ts';

/** What came of a run. */
export interface JudgedTarget {
  readonly summary: RunSummary;
  readonly written: WrittenReports;
  /** Why the target could not be asked at all; absent when it could. */
  readonly trouble?: string;
}

/**
 * Judges a target and writes the log and the reports.
 * @throws UsageError when an option does not fit or the folder cannot be written
 * @throws FileError when the log or a report can no longer be written
 */
export async function judgeTarget(options: JudgeOptions): Promise<JudgedTarget> {
  const interrupt = onInterrupt('Stopping: closing the log and tidying up. Again to stop at once.');
  const progress = new Progress({ stream: options.stream, budget: options.budget, tellsTarget: true });
  try {
    const opened = await openTarget(options.preset, options.target, interrupt.signal);
    const summary = await record(options, progress, opened, interrupt.signal);
    const written = writeReports(summary, options.out, options.formats, knownSamples());
    return { summary, written, ...('reason' in opened && { trouble: opened.reason }) };
  } finally {
    progress.stop();
    interrupt.done();
  }
}

/** Runs with a log from the first event to the last; the target is closed in any case. */
async function record(
  options: JudgeOptions,
  progress: Progress,
  opened: OpenedTarget,
  signal: AbortSignal,
): Promise<RunSummary> {
  let log: LogWriter | undefined;
  try {
    const open = await orUsageError(() => new LogWriter(options.out));
    log = open;
    await orUsageError(() => removeFormerReports(options.out));
    const recorder = new RunRecorder(open, progress);
    await new TargetRun(options, recorder, signal).run(opened);
    progress.stop();
    const summary = recorder.summary();
    if (!summary) throw new Error('the run has no header');
    return summary;
  } finally {
    if ('adapter' in opened) await opened.adapter.close();
    log?.close();
  }
}
