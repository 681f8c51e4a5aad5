import { recordedCalls } from '../../adapters/recordings/observations.ts';
import { readRecordings } from '../../adapters/recordings/readRecordings.ts';
import { NEEDS } from '../../model/applicability.ts';
import { LOG_FORMAT, type RunEvent } from '../../model/event.ts';
import { MODEL_VERSION } from '../../model/modelVersion.ts';
import { unrecordable } from '../../model/recordedNeeds.ts';
import { ruleSummaries } from '../../model/ruleSummaries.ts';
import { LogJudge } from '../../properties/recorded/judgeLog.ts';
import { judgeRecording } from '../../properties/recorded/judgeRecording.ts';
import { Numbering } from '../../properties/recorded/numbering.ts';
import { readLog } from '../../reports/log/readLog.ts';

/** Judges recordings and logs of earlier runs, as the events of one run. */
export async function* judgeFiles(files: readonly string[]): AsyncGenerator<RunEvent> {
  const numbering = new Numbering();
  const unreachable = new Map(Object.entries(unrecordable()));
  yield header(files);
  for await (const recording of readRecordings(files)) {
    if (recording.format === 'run-log') yield* judgeLogFile(recording.id, numbering, unreachable);
    else yield* judgeRecording({ id: recording.id, calls: recordedCalls(recording) }, numbering);
  }
  yield {
    type: 'footer',
    verdict: 'conforms',
    calls: numbering.exchanges,
    sequences: numbering.sequences,
    readings: {},
    neverReached: Object.fromEntries(unreachable),
    ended: new Date().toISOString(),
  };
}

/** @param unreachable rules that recordings cannot show; those that the logged run could reach are taken out. */
async function* judgeLogFile(
  file: string,
  numbering: Numbering,
  unreachable: Map<string, string>,
): AsyncGenerator<RunEvent> {
  const judge = new LogJudge(numbering);
  yield judge.begin(file);
  for await (const entry of readLog(file)) {
    if (entry.type === 'header') {
      for (const { id, notApplicable } of entry.rules)
        if (notApplicable === undefined) unreachable.delete(id);
    }
    if (entry.type === 'cut')
      yield { type: 'note', level: 'warning', text: `${file}: the log was cut: ${entry.problem}` };
    else if (entry.type === 'damaged') {
      yield { type: 'note', level: 'warning', text: `${file}, line ${entry.line}: ${entry.problem}` };
    } else yield* judge.judge(entry);
  }
}

function header(files: readonly string[]): RunEvent {
  return {
    type: 'header',
    format: LOG_FORMAT,
    command: 'check',
    model: { version: MODEL_VERSION },
    target: { name: 'recordings', capabilities: {}, missing: {} },
    seed: 0,
    strategies: [],
    options: { files: files.length },
    // Recordings may show anything: nothing is ruled out beforehand.
    rules: ruleSummaries(new Set(NEEDS)),
    started: new Date().toISOString(),
  };
}
