import type { Exchange } from '../../adapters/adapter.ts';
import type { ObjectKind } from '../../model/command.ts';
import type { SequenceRow } from '../../model/event.ts';
import { describeAnswer } from '../../model/oracle/describe.ts';
import { operationName } from '../../model/oracle/operationName.ts';
import type { RunStep, SequenceRecord } from '../sequences/sequenceRecord.ts';
import { describeStep, duration } from '../steps/describeStep.ts';
import type { Step } from '../steps/step.ts';

/** The steps of a run as a report shows them, up to and including a step. */
export function sequenceRows(record: SequenceRecord, last: number): readonly SequenceRow[] {
  const steps = record.steps.slice(0, last + 1);
  const start = steps[0]?.at ?? 0;
  return steps.flatMap((step) => rowsOf(step, start, record.kind));
}

function rowsOf(run: RunStep, start: number, kind: ObjectKind): readonly SequenceRow[] {
  const at = Math.max(0, Math.round(run.at - start));
  if (run.advanced !== undefined) {
    const call = [`${duration(run.advanced)} pass`, describeStep(run.step, kind)];
    return [{ at, call: [...new Set(call)].join(': '), advance: run.advanced }];
  }
  return run.calls.map(({ exchange, state }, page) => ({
    at,
    call: callText(run.step, kind, exchange.command, page),
    answer: 'lost' in exchange.answer ? exchange.answer.detail : describeAnswer(exchange.answer),
    ...(exchange.client && { client: exchange.client.outcome }),
    state,
    ...(exchange.command.principal !== undefined && { principal: exchange.command.principal }),
    request: exchange.request,
    ...(exchange.reply && { reply: exchange.reply }),
  }));
}

/** One call of a step in words; a wait says by which call it looks. */
function callText(step: Step, kind: ObjectKind, command: Exchange['command'], page: number): string {
  const isWait = 'settle' in step;
  if (!isWait && 'call' in step && step.call !== command.op) {
    return `${operationName(command)}: the client library looks of its own accord`;
  }
  const text = `${isWait && 'op' in command ? `${operationName(command)}: ` : ''}${describeStep(step, kind)}`;
  return page === 0 ? text : `${text}, ${isWait ? 'look' : 'page'} ${page + 1}`;
}
