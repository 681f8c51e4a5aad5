import { describe, expect, it } from 'vitest';
import { recordedCalls } from '../../adapters/recordings/observations.ts';
import { readRecordings } from '../../adapters/recordings/readRecordings.ts';
import type { RecordedExchange, Recording } from '../../adapters/recordings/recordedExchange.ts';
import { Choices } from '../../model/oracle/testing/choices.ts';
import { judgeRecording } from './judgeRecording.ts';
import { Numbering } from './numbering.ts';
import { azureTraces, NO_TRACES } from './testing/azureTraces.ts';

/** Seconds between two runs that a recorder appended to each other; where the first is cut off, so is what tells of it. */
const ANOTHER_RUN = 60;

const TRACES = azureTraces();
if (TRACES.length === 0) console.warn(NO_TRACES);

describe.runIf(TRACES.length > 0)('recordings of the service that begin later, or leave looks out', () => {
  it('should be explained: who knows less must not find more fault', async () => {
    const choices = new Choices(4);
    const unexplained: string[] = [];
    let judged = 0;
    for await (const recording of readRecordings(TRACES)) {
      if (recording.format === 'run-log' || isManyRuns(recording)) continue;
      const exchanges = lessOf(recording.exchanges, choices);
      judged += exchanges.length;
      unexplained.push(...faults({ ...recording, exchanges }));
    }
    expect(judged).toBeGreaterThan(50_000);
    expect(unexplained).toEqual([]);
  }, 240_000);
});

/** The recording from a later call on, or without some of its looks. */
function lessOf(exchanges: readonly RecordedExchange[], choices: Choices): readonly RecordedExchange[] {
  const beginnings = choices.chance(50) ? laterBeginnings(exchanges) : [];
  if (beginnings.length > 0) return exchanges.slice(choices.pick(beginnings));
  return exchanges.filter(
    (exchange) => exchange.method !== 'GET' || isOneOfPages(exchange) || choices.chance(50),
  );
}

/** Whether it is one page of several: these recordings hide which one follows which, so that none can be left out. */
function isOneOfPages({ query, body }: RecordedExchange): boolean {
  const isNext = query !== 'unrecorded' && query.$skiptoken !== undefined;
  return (
    isNext || (typeof body === 'object' && body !== null && 'nextLink' in body && body.nextLink !== null)
  );
}

/** Places before which all calls were over when those behind them were made: clients may make several at once. */
function laterBeginnings(exchanges: readonly RecordedExchange[]): readonly number[] {
  const earliest: number[] = [];
  for (const [i, { date }] of [...exchanges.entries()].reverse()) {
    earliest[i] = Math.min(date ?? Number.POSITIVE_INFINITY, earliest[i + 1] ?? Number.POSITIVE_INFINITY);
  }
  let latest = Number.NEGATIVE_INFINITY;
  return exchanges.flatMap(({ date }, i) => {
    const isApart = i > 0 && latest < (earliest[i] ?? latest);
    latest = Math.max(latest, date ?? latest);
    return isApart ? [i] : [];
  });
}

function isManyRuns({ exchanges }: Recording): boolean {
  const dates = exchanges.flatMap(({ date }) => date ?? []);
  return dates.some((date, i) => i > 0 && date - (dates[i - 1] ?? date) > ANOTHER_RUN);
}

function faults(recording: Recording): readonly string[] {
  const events = [...judgeRecording({ id: recording.id, calls: recordedCalls(recording) }, new Numbering())];
  return events.flatMap((event) =>
    event.type === 'exchange' && event.judgement === 'unexplained' ? [`${recording.id}#${event.step}`] : [],
  );
}
