import type { RecordedCall } from '../../adapters/recordings/observations.ts';
import type { Answer } from '../../model/answer.ts';
import type { Divergence, ExchangeEvent, Expectation, RunEvent } from '../../model/event.ts';
import { LogJudge } from './judgeLog.ts';
import { judgeRecording, type RecordedHistory } from './judgeRecording.ts';
import { Numbering } from './numbering.ts';

/** One exchange of a log or a recording, and what the rules say of it. */
export interface ExplainedExchange {
  /** As it is judged by the model as it is now. */
  readonly exchange: ExchangeEvent;
  /** What could have been answered. */
  readonly allowed: readonly Expectation[];
  /** How the answer departs from that; none where it does not. */
  readonly divergences: readonly Divergence[];
}

/** An answer that nothing allows: what is expected in its place is all that is allowed. */
const IMPOSSIBLE: Answer = { status: 418, oddities: [] };

/**
 * Explains one exchange of a log; undefined where there is none of that number, or none that can be judged.
 * @param read gives the events of the log, each time from the beginning
 */
export async function explainLogged(
  read: () => AsyncIterable<RunEvent>,
  n: number,
): Promise<ExplainedExchange | undefined> {
  const judge = async (change: (event: RunEvent) => RunEvent): Promise<readonly RunEvent[]> => {
    const judgement = new LogJudge(new Numbering());
    for await (const event of read()) {
      const events = [...judgement.judge(change(event))];
      if (event.type === 'exchange' && event.n === n) return events;
    }
    return [];
  };
  const impossible = (event: RunEvent): RunEvent =>
    event.type === 'exchange' && event.n === n ? { ...event, answer: IMPOSSIBLE } : event;
  return explained(await judge((event) => event), await judge(impossible));
}

/** Explains one exchange of a recording, by the number that the recording gives to it. */
export function explainRecorded(history: RecordedHistory, step: number): ExplainedExchange | undefined {
  const calls = [...history.calls];
  const at = calls.findIndex((call) => call.n === step && 'command' in call);
  if (at < 0) return undefined;
  const changed = calls.map(
    (call, i): RecordedCall => (i === at && 'command' in call ? { ...call, answer: IMPOSSIBLE } : call),
  );
  const judge = (all: readonly RecordedCall[]): readonly RunEvent[] => {
    const events = [...judgeRecording({ ...history, calls: all }, new Numbering())];
    const found = events.findIndex((event) => event.type === 'exchange' && event.step === step);
    const end = events.findIndex((event, i) => i > found && event.type === 'exchange');
    return events.slice(found, end < 0 ? undefined : end);
  };
  return explained(judge(calls), judge(changed));
}

function explained(
  told: readonly RunEvent[],
  impossible: readonly RunEvent[],
): ExplainedExchange | undefined {
  const exchange = told.find((event) => event.type === 'exchange');
  if (exchange === undefined) return undefined;
  const allowed = divergencesOf(impossible).flatMap(({ expected }) => expected);
  return { exchange, allowed: distinct(allowed), divergences: divergencesOf(told) };
}

function divergencesOf(events: readonly RunEvent[]): readonly Divergence[] {
  return events.flatMap((event) => (event.type === 'divergence' ? [event.divergence] : []));
}

/** Each answer once, with the rules of all that allow it. */
function distinct(expectations: readonly Expectation[]): readonly Expectation[] {
  const byAnswer = new Map(
    expectations.map((expectation) => [`${expectation.answer}|${expectation.when ?? ''}`, expectation]),
  );
  return [...byAnswer.values()];
}
