import { recordedCalls } from '../../adapters/recordings/observations.ts';
import { readRecordings } from '../../adapters/recordings/readRecordings.ts';
import type { Recording, RunLog } from '../../adapters/recordings/recordedExchange.ts';
import type { ExchangeEvent, RunEvent } from '../../model/event.ts';
import {
  type ExplainedExchange,
  explainLogged,
  explainRecorded,
} from '../../properties/recorded/explainExchange.ts';
import { readLog } from '../../reports/log/readLog.ts';
import { UsageError } from '../usageError.ts';
import { explainExchange, explainSequence } from './explainExchange.ts';
import type { Told } from './told.ts';

/** What is asked about in a log or a recording. */
export interface Place {
  /** Number of an exchange, as the file gives it. */
  readonly exchange?: number;
  /** Number of a sequence of a log. */
  readonly sequence?: number;
  /** Id of a recording, where the file holds several. */
  readonly trace?: string;
}

/**
 * Explains an exchange or a sequence of a file.
 * @throws UsageError where the file has nothing of that number
 */
export async function explainPlace(file: string, place: Place): Promise<Told> {
  const recording = await recordingOf(file, place.trace);
  if (place.exchange !== undefined) return explainExchange(await exchangeOf(file, recording, place.exchange));
  if (recording.format !== 'run-log') throw new UsageError('only the log of a run has sequences');
  const number = place.sequence ?? 0;
  const exchanges: ExchangeEvent[] = [];
  for await (const event of eventsOf(file)) {
    if (event.type === 'exchange' && event.sequence === number) exchanges.push(event);
  }
  if (exchanges.length === 0) throw new UsageError(`${file} has no exchange of a sequence ${number}`);
  return explainSequence(number, exchanges);
}

async function exchangeOf(
  file: string,
  recording: Recording | RunLog,
  number: number,
): Promise<ExplainedExchange> {
  const explained =
    recording.format === 'run-log'
      ? await explainLogged(() => eventsOf(file), number)
      : explainRecorded({ id: recording.id, calls: recordedCalls(recording) }, number);
  if (explained) return explained;
  throw new UsageError(`${file} has no exchange ${number} that can be judged`);
}

async function recordingOf(file: string, trace: string | undefined): Promise<Recording | RunLog> {
  const ids: string[] = [];
  let only: Recording | RunLog | undefined;
  for await (const recording of readRecordings([file])) {
    if (recording.id === trace) return recording;
    only = ids.length === 0 ? recording : undefined;
    ids.push(recording.id);
  }
  if (trace === undefined && only) return only;
  const some = ids.slice(0, 5).join(', ');
  const asked = trace === undefined ? 'holds several recordings' : `has no recording "${trace}"`;
  throw new UsageError(`${file} ${asked}; name one with --trace, such as ${some}`);
}

/** The events of a log, without lines that cannot be read. */
async function* eventsOf(file: string): AsyncGenerator<RunEvent> {
  for await (const entry of readLog(file)) {
    if (entry.type !== 'cut' && entry.type !== 'damaged') yield entry;
  }
}
