import type { RecordedCall } from '../../adapters/recordings/observations.ts';
import type { RunEvent } from '../../model/event.ts';
import { HistoryOracle } from '../../model/oracle/historyOracle.ts';
import type { Numbering } from './numbering.ts';
import { recordedDivergence } from './recordedDivergence.ts';
import { RecordedRows } from './recordedRows.ts';

/** Why an exchange is not judged, and whether it should have been. */
const SKIPPED = {
  'other-plane': { why: 'not a call to the data plane', counted: false },
  'managed-hsm': { why: 'Managed HSM, which is another service', counted: false },
  challenge: { why: '401 challenge', counted: false },
  'no-answer': { why: 'no answer recorded', counted: false },
  repeated: { why: 'the same answer recorded twice', counted: false },
} as const;

/** What is recorded, and under which name. */
export interface RecordedHistory {
  readonly id: string;
  readonly file?: string;
  readonly calls: Iterable<RecordedCall>;
}

/** Judges what a recording of the service shows, call by call, as the events of a run. */
export function* judgeRecording(history: RecordedHistory, numbering: Numbering): Generator<RunEvent> {
  const trace = numbering.nextTrace();
  const { id, file } = history;
  yield { type: 'trace', trace, id, ...(file !== undefined && { file }) };
  const oracle = new HistoryOracle({ strictness: { service: true } });
  const sequences = new Map<string, number>();
  const rows = new RecordedRows();
  for (const call of history.calls) {
    if (!('command' in call)) {
      yield skipped(call, trace, oracle);
      continue;
    }
    const { command, answer, window } = call;
    let sequence = sequences.get(command.vault);
    if (sequence === undefined) {
      sequence = numbering.nextSequence();
      sequences.set(command.vault, sequence);
      yield {
        type: 'sequence',
        sequence,
        strategy: 'recorded',
        vault: command.vault,
        purpose: 'explore',
        trace,
      };
    }
    const judged = oracle.observe(call);
    const n = numbering.nextExchange();
    const { judgement, rules, state } = judged;
    yield { type: 'exchange', n, sequence, step: call.n, command, window, answer, judgement, rules, state };
    rows.add(command, answer, window.to, state.before);
    for (const departure of judged.departures) {
      yield { type: 'divergence', n, divergence: recordedDivergence(departure, rows.of(command)) };
    }
  }
}

/** What cannot be judged may still have changed things. */
function skipped(
  call: Exclude<RecordedCall, { command: unknown }>,
  trace: number,
  oracle: HistoryOracle,
): RunEvent {
  if ('skipped' in call) return { type: 'skipped', trace, exchanges: 1, ...SKIPPED[call.skipped] };
  const { host, method, path } = call.unmodelled;
  const certificate = /^\/+certificates\/([^/]+)/.exec(path)?.[1];
  if (certificate !== undefined && method !== 'GET') {
    for (const branch of oracle.branches(host)) branch.forget('secret', certificate);
  }
  return { type: 'skipped', trace, exchanges: 1, why: 'no command of the model for it', counted: true };
}
