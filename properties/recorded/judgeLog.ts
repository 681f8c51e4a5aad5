import type { ExchangeEvent, RunEvent } from '../../model/event.ts';
import type { Json } from '../../model/json.ts';
import { Backups } from '../../model/oracle/backups.ts';
import { CloudOracle } from '../../model/oracle/cloudOracle.ts';
import type { Departure } from '../../model/oracle/departure.ts';
import { PATIENCE, type Patience } from '../../model/oracle/hiddenSteps.ts';
import type { Judged } from '../../model/oracle/judged.ts';
import type { Oracle } from '../../model/oracle/oracle.ts';
import { TargetOracle, unknownLetterCase } from '../../model/oracle/targetOracle.ts';
import { unanswered } from '../../model/oracle/unanswered.ts';
import type { Principals } from '../../model/principal.ts';
import type { Numbering } from './numbering.ts';
import { recordedDivergence } from './recordedDivergence.ts';
import { RecordedRows } from './recordedRows.ts';
import { sizedAnswer, sizedCommand } from './sizedValues.ts';

/** Times that a reply nobody can read must come before it counts as the target's answer and not as trouble. */
const TROUBLE_TIMES = 3;

/** What is known of a sequence of the log. */
interface LoggedSequence {
  /** Its number among those that are judged now. */
  readonly number: number;
  /** Whether its calls only cleared away what another had left: nothing is held against them. */
  readonly isCleanUp: boolean;
  /** For one that tried a divergence again or shrank it: its signature, and nothing else is held against it. */
  readonly signature?: string;
  /** The names that it has called by now, in lower case. */
  readonly names: Set<string>;
}

/**
 * Judges a log of an earlier run again, with the model as it is now: the same calls and answers, the same times. A
 * divergence that the run put down as flaky stays so, because trying again showed that it is none.
 */
export class LogJudge {
  readonly #numbering: Numbering;
  readonly #trace: number;
  readonly #oracles = new Map<string, Oracle>();
  /** The management plane and the vaults that were made there; undefined where there is none. */
  #cloud: CloudOracle | undefined;
  readonly #backups = new Backups();
  readonly #letterCase = unknownLetterCase();
  readonly #rows = new RecordedRows();
  readonly #unanswered = new Map<string, number>();
  readonly #sequences = new Map<number, LoggedSequence>();
  readonly #exchanges = new Map<number, number>();
  #patience: Patience = PATIENCE;
  #principals: Principals | undefined;

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
    if (event.type === 'header') {
      this.#patience = patienceOf(event.options.patience) ?? PATIENCE;
      this.#principals = event.target.principals;
    }
    if (event.type === 'vault') this.#open(event);
    if (event.type === 'sequence') {
      const { purpose, signature } = event;
      const sequence = this.#numbering.nextSequence();
      const isCleanUp = purpose === 'clean-up';
      const only = signature === undefined ? {} : { signature };
      this.#sequences.set(event.sequence, { number: sequence, isCleanUp, ...only, names: new Set() });
      yield { ...event, sequence, trace: this.#trace };
    }
    if (event.type === 'exchange') yield* this.#exchange(event);
    if (event.type === 'divergence' && event.divergence.confirmation === 'flaky') {
      yield { ...event, n: this.#exchanges.get(event.n) ?? event.n };
    }
  }

  #open({ vault, settings, shared, plane }: Extract<RunEvent, { type: 'vault' }>): void {
    if (this.#oracles.has(vault)) return;
    if (plane === 'management') {
      const [patience, backups, letterCase] = [this.#patience, this.#backups, this.#letterCase];
      const principals = this.#principals && { principals: this.#principals };
      this.#cloud = new CloudOracle({ patience, backups, letterCase, ...principals });
      this.#oracles.set(vault, this.#cloud);
      return;
    }
    const knowledge = {
      ...(settings && { settings: { protectedSubscription: false, ...settings } }),
      used: shared ?? false,
      strictness: { service: false },
      ...(this.#principals && { principals: this.#principals }),
      patience: this.#patience,
      backups: this.#backups,
    };
    this.#oracles.set(vault, new TargetOracle(knowledge, this.#letterCase));
  }

  *#exchange(event: ExchangeEvent): Generator<RunEvent> {
    const { window, concurrent = [], n: step } = event;
    const command = sizedCommand(event.command);
    const answer = sizedAnswer(event.answer);
    const oracle = this.#oracles.get(command.vault) ?? this.#cloud;
    if (!oracle) return;
    const sequence = this.#sequences.get(event.sequence);
    if ('name' in command) sequence?.names.add(command.name.toLowerCase());
    const judged = oracle.observe({ command, answer, window, concurrent });
    const n = this.#numbering.nextExchange();
    this.#exchanges.set(step, n);
    const { judgement, rules, state } = judged;
    this.#rows.add(event.command, answer, window.to, state.before);
    const number = sequence?.number ?? event.sequence;
    yield { ...told(event), n, sequence: number, step, judgement, rules, state };
    for (const departure of this.#departures(event, judged, sequence)) {
      yield { type: 'divergence', n, divergence: recordedDivergence(departure, this.#rows.of(command)) };
    }
  }

  /** As a run does: what a list shows of another sequence's name is that sequence's to find. */
  #departures(
    { command, answer, aside }: ExchangeEvent,
    judged: Judged,
    sequence: LoggedSequence | undefined,
  ): readonly Departure[] {
    if (sequence?.isCleanUp || aside) return [];
    if (!('lost' in answer)) {
      return judged.departures
        .filter(({ subject }) => subject === undefined || sequence?.names.has(subject))
        .filter((departure) => (sequence?.signature ?? departure.signature) === departure.signature);
    }
    if (answer.lost !== 'server-error' && answer.lost !== 'unreadable') return [];
    const departure = unanswered(command, answer, judged);
    const times = (this.#unanswered.get(departure.signature) ?? 0) + 1;
    this.#unanswered.set(departure.signature, times);
    return times >= TROUBLE_TIMES ? [departure] : [];
  }
}

/** What the log tells of a call, without what the run made of it. */
function told({
  type,
  command,
  window,
  answer,
  aside,
}: ExchangeEvent): Pick<ExchangeEvent, 'type' | 'command' | 'window' | 'answer' | 'aside'> {
  return { type, command, window, answer, ...(aside && { aside }) };
}

function patienceOf(json: Json | undefined): Patience | undefined {
  const { settle, purgeLag } = (json ?? {}) as { readonly settle?: unknown; readonly purgeLag?: unknown };
  return typeof settle === 'number' && typeof purgeLag === 'number' ? { settle, purgeLag } : undefined;
}
