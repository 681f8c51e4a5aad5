import type { Expectation, SequenceRow, WireReply, WireRequest } from '../../model/event.ts';
import type { DivergenceSummary } from '../fold/runSummary.ts';
import { divergenceSentence } from '../wording/divergence.ts';
import { pick } from './pick.ts';

/** A divergence as JSON shows it. */
export interface ReportedDivergence extends DivergenceSummary {
  /** What happened and what was allowed, as one sentence. */
  readonly sentence: string;
}

function reportRequest(request: WireRequest): WireRequest {
  return pick(request, 'method', 'url', 'headers', 'body');
}

function reportReply(reply: WireReply): WireReply {
  return pick(reply, 'status', 'headers', 'body');
}

function reportExpectation(expectation: Expectation): Expectation {
  return pick(expectation, 'answer', 'rules', 'when');
}

function reportRow(row: SequenceRow): SequenceRow {
  const { request, reply } = row;
  return {
    ...pick(row, 'at', 'state', 'call', 'answer', 'advance'),
    ...(request === undefined ? {} : { request: reportRequest(request) }),
    ...(reply === undefined ? {} : { reply: reportReply(reply) }),
  };
}

/** Makes the JSON object of a divergence. */
export function reportDivergence(divergence: DivergenceSummary): ReportedDivergence {
  const { settings, observed, expected, sequence, replay } = divergence;
  return {
    ...pick(divergence, 'signature', 'cause'),
    sentence: divergenceSentence(divergence),
    ...pick(divergence, 'severity', 'rules', 'operation', 'state', 'differs'),
    expected: expected.map(reportExpectation),
    observed: {
      answer: observed.answer,
      ...(observed.wire === undefined ? {} : { wire: reportReply(observed.wire) }),
    },
    sequence: sequence.map(reportRow),
    ...(settings === undefined
      ? {}
      : { settings: pick(settings, 'softDelete', 'retentionDays', 'purgeProtection') }),
    ...(replay === undefined ? {} : { replay: replay }),
    ...pick(divergence, 'count', 'confirmation', 'remark', 'known', 'n'),
  };
}
