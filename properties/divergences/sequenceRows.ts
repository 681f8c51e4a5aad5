import type { ObjectKind } from '../../model/command.ts';
import type { SequenceRow } from '../../model/event.ts';
import { describeAnswer } from '../../model/oracle/describe.ts';
import type { RunStep, SequenceRecord } from '../sequences/sequenceRecord.ts';
import { describeStep, duration } from '../steps/describeStep.ts';

/** The steps of a run as a report shows them, up to and including a step. */
export function sequenceRows(record: SequenceRecord, last: number): readonly SequenceRow[] {
  const steps = record.steps.slice(0, last + 1);
  const start = steps[0]?.at ?? 0;
  return steps.flatMap((step) => rowsOf(step, start, record.kind));
}

function rowsOf(run: RunStep, start: number, kind: ObjectKind): readonly SequenceRow[] {
  const at = Math.max(0, Math.round(run.at - start));
  if (run.advanced !== undefined) {
    return [
      { at, call: `${duration(run.advanced)} pass: ${describeStep(run.step, kind)}`, advance: run.advanced },
    ];
  }
  return run.calls.map(({ exchange, state }, page) => ({
    at,
    call:
      page === 0
        ? describeStep(run.step, kind)
        : `${describeStep(run.step, kind)}, ${'settle' in run.step ? 'look' : 'page'} ${page + 1}`,
    answer: 'lost' in exchange.answer ? exchange.answer.detail : describeAnswer(exchange.answer),
    state,
    request: exchange.request,
    ...(exchange.reply && { reply: exchange.reply }),
  }));
}
