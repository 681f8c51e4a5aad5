import type { RecordedCall } from '../../adapters/recordings/observations.ts';
import type { RunEvent } from '../../model/event.ts';
import { HistoryOracle } from '../../model/oracle/historyOracle.ts';
import type { Judged } from '../../model/oracle/judged.ts';
import type { Numbering } from './numbering.ts';
import { recordedDivergence } from './recordedDivergence.ts';
import { RecordedRows } from './recordedRows.ts';
import { resourceOperation } from './resourceOperation.ts';

/** Why an exchange is not judged, and whether it should have been. */
const SKIPPED = {
  'other-plane': { why: 'not a call to Key Vault', counted: false },
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
  const sequences = new Sequences(trace, numbering);
  const rows = new RecordedRows();
  for (const group of inGroups(history.calls)) {
    if (!isJudged(group)) {
      yield skipped(group, trace, oracle);
      continue;
    }
    const taken =
      group.length > 1 ? oracle.observeTogether(group) : group.map((call) => oracle.observe(call));
    for (const [i, call] of group.entries()) {
      const judged = taken[i];
      if (judged) yield* eventsOf(call, judged, sequences, rows, numbering);
    }
  }
}

type JudgedCall = Extract<RecordedCall, { command: unknown }>;
type SkippedCall = Exclude<RecordedCall, { command: unknown }>;

/** The calls, with those together whose order is not known. */
function* inGroups(calls: Iterable<RecordedCall>): Generator<readonly JudgedCall[] | SkippedCall> {
  let group: JudgedCall[] = [];
  for (const call of calls) {
    const joins = 'command' in call && call.mayBeEarlier && !call.mayBeAnotherRun;
    if (!joins && group.length > 0) {
      yield group;
      group = [];
    }
    if ('command' in call) group.push(call);
    else yield call;
  }
  if (group.length > 0) yield group;
}

function isJudged(group: readonly JudgedCall[] | SkippedCall): group is readonly JudgedCall[] {
  return Array.isArray(group);
}

/** The sequences that the calls of a recording belong to: one for each vault. */
class Sequences {
  readonly #numbers = new Map<string, number>();
  readonly #trace: number;
  readonly #numbering: Numbering;

  constructor(trace: number, numbering: Numbering) {
    this.#trace = trace;
    this.#numbering = numbering;
  }

  /** The number of a vault's sequence, and the event that begins it, where it begins. */
  of(vault: string): { readonly sequence: number; readonly begun?: RunEvent } {
    const known = this.#numbers.get(vault);
    if (known !== undefined) return { sequence: known };
    const sequence = this.#numbering.nextSequence();
    this.#numbers.set(vault, sequence);
    const trace = this.#trace;
    return {
      sequence,
      begun: { type: 'sequence', sequence, strategy: 'recorded', vault, purpose: 'explore', trace },
    };
  }
}

function* eventsOf(
  call: JudgedCall,
  judged: Judged,
  sequences: Sequences,
  rows: RecordedRows,
  numbering: Numbering,
): Generator<RunEvent> {
  const { command, answer, window, n: step } = call;
  const { sequence, begun } = sequences.of(command.vault);
  if (begun) yield begun;
  const n = numbering.nextExchange();
  const { judgement, rules, state } = judged;
  yield { type: 'exchange', n, sequence, step, command, window, answer, judgement, rules, state };
  rows.add(command, answer, window.to, state.before);
  for (const departure of judged.departures) {
    yield { type: 'divergence', n, divergence: recordedDivergence(departure, rows.of(command)) };
  }
}

/** What cannot be judged may still have changed things: the management plane makes secrets and keys too. */
function skipped(call: SkippedCall, trace: number, oracle: HistoryOracle): RunEvent {
  if ('skipped' in call) return { type: 'skipped', trace, exchanges: 1, ...SKIPPED[call.skipped] };
  const { method, path } = call.unmodelled;
  const [, vault, collection, name] = /\/vaults\/([^/]+)\/(secrets|keys)\/([^/]+)$/i.exec(path) ?? [];
  if (vault !== undefined && name !== undefined && method !== 'GET') {
    oracle.forget(vault, collection === 'keys' ? 'key' : 'secret', name);
  }
  return {
    type: 'skipped',
    trace,
    exchanges: 1,
    why: 'no command of the model for it',
    counted: true,
    operation: resourceOperation(method, path),
    plane: call.unmodelled.plane === 'management' ? 'management' : 'data',
  };
}
