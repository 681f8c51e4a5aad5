import type { FooterEvent, HeaderEvent, NoteEvent, SequenceEvent } from '../../model/event.ts';
import type { LogEntry } from '../log/logEntry.ts';
import { type Conclusion, concludeRun } from './concludeRun.ts';
import { DivergenceTally } from './divergenceTally.ts';
import { ExchangeTally } from './exchangeTally.ts';
import { NoteTally } from './noteTally.ts';
import { OperationTally } from './operationTally.ts';
import { RuleTally } from './ruleTally.ts';
import type { DivergenceSummary, LogFault, RunSummary } from './runSummary.ts';
import { TraceTally } from './traceTally.ts';

/**
 * Folds the events of a run into what reports tell of it. Takes events from a log or as they happen; `summary` may be
 * asked for at any time and says what is known so far. What never gets a footer is taken for cut.
 */
export class RunFold {
  readonly #header: HeaderEvent;
  readonly #rules: RuleTally;
  readonly #divergences = new DivergenceTally();
  readonly #exchanges = new ExchangeTally();
  readonly #operations = new OperationTally();
  readonly #traces = new TraceTally();
  readonly #notes = new NoteTally();
  readonly #troubles = new NoteTally();
  /** The recording that each sequence is taken from. */
  readonly #traceOf = new Map<number, number>();
  readonly #damaged: LogFault[] = [];
  #explored = 0;
  #calls = 0;
  /** Sequences that do not explore: they reproduce, shrink or clear away. */
  readonly #others = new Set<number>();
  #exploringCalls = 0;
  #lines = 1;
  #footer: FooterEvent | undefined;
  #cut: LogFault | undefined;

  /** Begins with the first event of every log. */
  constructor(header: HeaderEvent) {
    this.#header = header;
    this.#rules = new RuleTally(header.rules);
  }

  /** How many calls there are so far; the footer knows of those that are no exchanges, too. */
  get calls(): number {
    return this.#footer?.calls ?? this.#calls;
  }

  /** How many calls were made so far to explore: not to reproduce, shrink or clear away. */
  get exploringCalls(): number {
    return this.#exploringCalls;
  }

  /** How many rules have been exercised so far. */
  get exercised(): number {
    return this.#rules.exercised;
  }

  /** How many divergences have been found so far, without flaky ones. */
  get found(): number {
    return this.#divergences.found;
  }

  /** Takes the next entry in. */
  add(entry: LogEntry): void {
    this.#lines += 1;
    if (entry.type === 'trace') this.#traces.add(entry);
    else if (entry.type === 'skipped') this.#exchanges.skip(entry);
    else if (entry.type === 'sequence') this.#addSequence(entry);
    else if (entry.type === 'exchange') this.#addExchange(entry);
    else if (entry.type === 'divergence') this.#divergences.add(entry);
    else if (entry.type === 'seen-again') this.#divergences.addAgain(entry);
    else if (entry.type === 'bill' || entry.type === 'audit') this.#rules.addAccount(entry);
    else if (entry.type === 'note') this.#addNote(entry);
    else if (entry.type === 'damaged') this.#damaged.push({ line: entry.line, problem: entry.problem });
    else if (entry.type === 'cut') this.#cut = { line: entry.line, problem: entry.problem };
    else if (entry.type === 'footer') this.#footer = entry;
  }

  #addSequence(event: SequenceEvent): void {
    if (event.trace !== undefined) this.#traceOf.set(event.sequence, event.trace);
    if (event.purpose === 'explore') this.#explored += 1;
    else this.#others.add(event.sequence);
  }

  #addExchange(event: Extract<LogEntry, { type: 'exchange' }>): void {
    const trace = this.#traceOf.get(event.sequence);
    this.#calls += 1;
    if (!this.#others.has(event.sequence)) this.#exploringCalls += 1;
    this.#rules.add(event);
    this.#exchanges.add(event, trace);
    this.#operations.add(event);
    if (trace !== undefined) this.#traces.addExchange(event, trace);
  }

  #addNote(event: NoteEvent): void {
    (event.level === 'trouble' ? this.#troubles : this.#notes).add(event);
  }

  /** What the events so far tell of the run. */
  summary(): RunSummary {
    const header = this.#header;
    const footer = this.#footer;
    const all = this.#divergences.summary((n) => this.#operations.missing(n));
    const divergences = all.filter((divergence) => divergence.confirmation !== 'flaky');
    return {
      command: header.command ?? 'run',
      ...this.#conclude(divergences),
      target: header.target,
      model: header.model,
      seed: header.seed,
      strategies: header.strategies,
      options: header.options,
      calls: this.calls,
      sequences: footer?.sequences ?? this.#explored,
      rules: this.#rules.standings(divergences, footer?.neverReached),
      exchanges: this.#exchanges.counts(),
      divergences,
      flaky: all.filter((divergence) => divergence.confirmation === 'flaky'),
      traces: this.#traces.summary(this.#divergences.sightings, this.#exchanges.unexplained, divergences),
      readings: footer?.readings ?? {},
      ...(footer?.reach === undefined ? {} : { reach: footer.reach }),
      notes: this.#notes.summary(),
      troubles: this.#troubles.summary(),
      ...this.#timing(),
      damaged: this.#damaged.slice(),
    };
  }

  #conclude(divergences: readonly DivergenceSummary[]): Conclusion {
    return concludeRun({
      divergences: divergences.filter((divergence) => divergence.known !== true).length,
      exercised: this.#rules.exercised,
      calls: this.calls,
      exchanges: this.#exchanges.counts(),
      troubles: this.#troubles.summary(),
      ...(this.#footer === undefined ? {} : { footer: this.#footer }),
    });
  }

  /** When the run began, ended and how long it took; or where its log was cut. */
  #timing(): Pick<RunSummary, 'started' | 'ended' | 'seconds' | 'cut'> {
    const { started } = this.#header;
    const ended = this.#footer?.ended;
    if (ended === undefined) {
      return { started, cut: this.#cut ?? { line: this.#lines, problem: 'the footer is missing' } };
    }
    const seconds = (Date.parse(ended) - Date.parse(started)) / 1000;
    return Number.isFinite(seconds) ? { started, ended, seconds } : { started, ended };
  }
}
