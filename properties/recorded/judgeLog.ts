import type { ExchangeEvent, RunEvent } from '../../model/event.ts';
import { Backups } from '../../model/oracle/backups.ts';
import type { Departure } from '../../model/oracle/departure.ts';
import type { Judged } from '../../model/oracle/judged.ts';
import { unanswered } from '../../model/oracle/unanswered.ts';
import { VaultOracle } from '../../model/oracle/vaultOracle.ts';
import type { Numbering } from './numbering.ts';
import { recordedDivergence } from './recordedDivergence.ts';
import { RecordedRows } from './recordedRows.ts';

/** Times that a reply nobody can read must come before it counts as the target's answer and not as trouble. */
const TROUBLE_TIMES = 3;

/**
 * Judges a log of an earlier run again, with the model as it is now: the same calls and answers, the same times. A
 * divergence that the run put down as flaky stays out, because trying again showed that it is none.
 */
export class LogJudge {
  readonly #numbering: Numbering;
  readonly #trace: number;
  readonly #oracles = new Map<string, VaultOracle>();
  readonly #backups = new Backups();
  readonly #rows = new RecordedRows();
  readonly #unanswered = new Map<string, number>();
  readonly #sequences = new Map<number, number>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
    this.#trace = numbering.nextTrace();
  }

  /** The first event: the log is a recording like any other. */
  begin(id: string): RunEvent {
    return { type: 'trace', trace: this.#trace, id };
  }

  /** The events that an event of the log gives when it is judged again. */
  *judge(event: RunEvent): Generator<RunEvent> {
    if (event.type === 'vault') this.#open(event);
    if (event.type === 'sequence') {
      const sequence = this.#numbering.nextSequence();
      this.#sequences.set(event.sequence, sequence);
      yield { ...event, sequence, trace: this.#trace };
    }
    if (event.type === 'exchange') yield* this.#exchange(event);
  }

  #open({ vault, settings, shared }: Extract<RunEvent, { type: 'vault' }>): void {
    if (this.#oracles.has(vault)) return;
    const oracle = new VaultOracle({
      ...(settings && { settings: { ...settings, protectedSubscription: false } }),
      used: shared ?? false,
      strictness: { service: false },
      backups: this.#backups,
    });
    this.#oracles.set(vault, oracle);
  }

  *#exchange(event: ExchangeEvent): Generator<RunEvent> {
    const { command, answer, window, concurrent = [], n: step } = event;
    const oracle = this.#oracles.get(command.vault);
    if (!oracle) return;
    if ('name' in command) oracle.assumeUnused(command.kind, command.name);
    const judged = oracle.observe({ command, answer, window, concurrent });
    const n = this.#numbering.nextExchange();
    const { judgement, rules, state } = judged;
    const sequence = this.#sequences.get(event.sequence) ?? event.sequence;
    this.#rows.add(command, answer, window.to, state.before);
    yield { type: 'exchange', n, sequence, step, command, window, answer, judgement, rules, state };
    for (const departure of this.#departures(event, judged)) {
      yield { type: 'divergence', n, divergence: recordedDivergence(departure, this.#rows.of(command)) };
    }
  }

  #departures({ command, answer }: ExchangeEvent, judged: Judged): readonly Departure[] {
    if (!('lost' in answer)) return judged.departures;
    if (answer.lost !== 'server-error' && answer.lost !== 'unreadable') return [];
    const departure = unanswered(command, answer, judged);
    const times = (this.#unanswered.get(departure.signature) ?? 0) + 1;
    this.#unanswered.set(departure.signature, times);
    return times >= TROUBLE_TIMES ? [departure] : [];
  }
}
