import type { Adapter, Exchange } from '../../adapters/adapter.ts';
import type { Answer, Lost } from '../../model/answer.ts';
import { type ClientFacts, clientFacts } from '../../model/client/clientFacts.ts';
import type { Command } from '../../model/command.ts';
import type { RunEvent } from '../../model/event.ts';
import { Backups } from '../../model/oracle/backups.ts';
import { CloudOracle } from '../../model/oracle/cloudOracle.ts';
import { describeAnswer } from '../../model/oracle/describe.ts';
import type { Patience } from '../../model/oracle/hiddenSteps.ts';
import type { Judged } from '../../model/oracle/judged.ts';
import { TargetOracle, unknownLetterCase } from '../../model/oracle/targetOracle.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import { ReadingLedger } from '../readingLedger.ts';
import { CallsUnderWay } from './callsUnderWay.ts';
import { kindAndName, type OpenedVault } from './openedVault.ts';
import { TargetFailure } from './targetFailure.ts';

/** Takes secrets out of what is logged; tokens stand for them, equal for equal texts. */
export interface Scrubber {
  command(command: Command): Command;
  answer(answer: Answer | Lost): Answer | Lost;
}

/** What a session is made of. */
export interface SessionOptions {
  readonly adapter: Adapter;
  readonly scrub: Scrubber;
  /** Takes each event as it happens. */
  readonly emit: (event: RunEvent) => void;
  readonly patience: Patience;
  /** Ends the session at the next call. */
  readonly signal?: AbortSignal;
}

/** One call as a session made and judged it. */
export interface JudgedCall {
  /** Number of the exchange in the run. */
  readonly n: number;
  readonly exchange: Exchange;
  readonly judged: Judged;
}

/** Settings of a vault of which nothing is said (SD-01, SD-02, PP-01). */
const USUAL_SETTINGS: VaultSettings = { softDelete: true, retentionDays: 90, purgeProtection: false };

/** A call with those that a client library made of its own accord around it. */
export interface MadeCall extends JudgedCall {
  readonly before: readonly JudgedCall[];
  readonly after: readonly JudgedCall[];
}

/** Calls in a row without an answer after which a target counts as unable to answer. */
const LOST_IN_A_ROW = 8;

/** Exploring calls after which a target that granted none counts as one that cannot be asked. */
const NONE_GRANTED = 40;

/** Makes calls to a target, lets the oracle judge them, and reports each as an event. */
export class Session {
  readonly adapter: Adapter;
  readonly #options: SessionOptions;
  readonly #backups = new Backups();
  readonly #letterCase = unknownLetterCase();
  readonly #readings = new ReadingLedger();
  readonly #underWay = new CallsUnderWay();
  readonly #exploring = new Set<number>();
  #management: OpenedVault | undefined;
  #calls = 0;
  #exploringCalls = 0;
  #answered = 0;
  #granted = 0;
  #lostInARow = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.adapter = options.adapter;
  }

  /** Calls made so far. */
  get calls(): number {
    return this.#calls;
  }

  /** Calls made so far in sequences that explore: not those that reproduce, shrink or clear away. */
  get exploringCalls(): number {
    return this.#exploringCalls;
  }

  /** Whether the target has done anything that it was asked for: before, nobody knows that it is a vault. */
  get hasGranted(): boolean {
    return this.#granted > 0;
  }

  /** Share of the calls that were answered, from 0 to 1; 1 before the first. */
  get answeredShare(): number {
    return this.#calls === 0 ? 1 : this.#answered / this.#calls;
  }

  /** Reading of each contradiction that the target was seen to follow. */
  get readings(): { readonly [contradiction: string]: string } {
    return this.#readings.readings();
  }

  /** Aborted when the session is to end. */
  get signal(): AbortSignal | undefined {
    return this.#options.signal;
  }

  /** How long the target may take to settle and to purge. */
  get patience(): Patience {
    return this.#options.patience;
  }

  /** Opens a vault with these settings, or the one that the target has. */
  async openVault(wanted: VaultSettings): Promise<OpenedVault> {
    const { vault, settings, shared, isKept, namePrefix } = await this.adapter.openVault(wanted);
    this.emit({ type: 'vault', vault, ...(settings && { settings }), shared });
    const { principals } = this.adapter.summary;
    const knowledge = {
      ...(settings && { settings: { protectedSubscription: false, ...settings } }),
      used: shared,
      strictness: { service: false },
      ...(principals && { principals }),
      patience: this.#options.patience,
      backups: this.#backups,
    };
    const oracle = new TargetOracle(knowledge, this.#letterCase);
    return {
      token: vault,
      wanted,
      ...(settings && { settings }),
      oracle,
      shared,
      isKept,
      namePrefix: namePrefix ?? '',
      used: new Set(),
      called: new Set(),
    };
  }

  /** The management plane of the target, with the vaults that sequences make there; undefined where it has none. */
  openManagement(): OpenedVault | undefined {
    const { management } = this.adapter;
    if (!management || this.#management) return this.#management;
    const { token } = management;
    this.emit({ type: 'vault', vault: token, shared: true, plane: 'management' });
    const oracle = new CloudOracle({
      patience: this.#options.patience,
      backups: this.#backups,
      letterCase: this.#letterCase,
      ...(this.adapter.summary.principals && { principals: this.adapter.summary.principals }),
    });
    const settings = { wanted: USUAL_SETTINGS, shared: true, isKept: management.isKept, namePrefix: '' };
    this.#management = { token, oracle, management, ...settings, used: new Set(), called: new Set() };
    return this.#management;
  }

  /** What a command carries without what is secret in it. */
  scrubbed(command: Command): Command {
    return this.#options.scrub.command(command);
  }

  /**
   * Makes one call; throws `TargetFailure` when the target has stopped answering.
   * @param aside whether it only looks whether the target answers at all, so that nothing is held against it
   */
  async call(vault: OpenedVault, sequence: number, command: Command, aside = false): Promise<MadeCall> {
    this.#options.signal?.throwIfAborted();
    const underWay = this.#underWay.begin('name' in command ? command.name.toLowerCase() : undefined);
    if ('name' in command) vault.called.add(kindAndName(command.kind, command.name));
    const named = this.#withVersion(command);
    const exchange = await this.adapter.execute(named, this.#options.signal).finally(() => underWay.end());
    const concurrent = [...underWay.concurrent];
    const take = (one: Exchange): JudgedCall => this.#take(vault, sequence, one, concurrent, aside);
    const before = (exchange.before ?? []).map(take);
    const made = take(exchange);
    const after = (exchange.after ?? []).map(take);
    this.#checkAnswers(exchange.answer);
    return { ...made, before, after };
  }

  /** What a command must name for its answer to be judged: the `api-version`, where it is one that shows less. */
  #withVersion(command: Command): Command {
    const { apiVersion } = this.adapter.summary;
    const isNamed = command.kind === 'vault' || command.apiVersion !== undefined;
    return isNamed || apiVersion === undefined ? command : { ...command, apiVersion };
  }

  #checkAnswers(last: Answer | Lost): void {
    const target = this.adapter.summary.url ?? 'the target';
    if (!('lost' in last)) {
      if (this.#granted > 0 || this.#exploringCalls < NONE_GRANTED) return;
      throw new TargetFailure(
        `${target}: each of the first ${NONE_GRANTED} calls was refused (the last one: ${describeAnswer(last)}). Is this a vault's address, and may the caller do anything there?`,
      );
    }
    if (this.#lostInARow < LOST_IN_A_ROW) return;
    throw new TargetFailure(
      `${target}: ${LOST_IN_A_ROW} calls in a row brought no answer that could be read (the last one: ${last.detail}). See what the target itself says, and try again when it answers.`,
    );
  }

  /** Moves target time on; resolves to target time after it, Unix seconds. */
  async advance(vault: OpenedVault, sequence: number, seconds: number): Promise<number> {
    const { clock } = this.adapter;
    if (!clock) throw new RangeError('the target has no clock that can be moved');
    this.#options.signal?.throwIfAborted();
    await clock.advance(seconds, vault.token);
    const now = await clock.now(vault.token);
    this.emit({ type: 'clock', sequence, advance: seconds, now });
    return now;
  }

  /** Reports an event. */
  emit(event: RunEvent): void {
    if (event.type === 'sequence' && event.purpose === 'explore') this.#exploring.add(event.sequence);
    this.#options.emit(event);
  }

  #take(
    vault: OpenedVault,
    sequence: number,
    exchange: Exchange,
    concurrent: readonly string[],
    aside: boolean,
  ): JudgedCall {
    this.#calls++;
    if (this.#exploring.has(sequence)) this.#exploringCalls++;
    const { command, answer, window } = exchange;
    const lost = 'lost' in answer;
    this.#lostInARow = lost ? this.#lostInARow + 1 : 0;
    if (!lost) this.#answered++;
    if (!('lost' in answer) && answer.status < 400) this.#granted++;
    const judged = vault.oracle.observe({ command, answer, window, concurrent });
    const client = this.#clientFacts(exchange);
    if (!('lost' in answer)) this.#readings.note(answer.status, judged, vault.oracle.settings);
    this.emit({
      type: 'exchange',
      n: this.#calls,
      sequence,
      command: this.#options.scrub.command(command),
      window,
      request: exchange.request,
      ...(exchange.reply && { reply: exchange.reply }),
      answer: this.#options.scrub.answer(answer),
      judgement: judged.judgement,
      rules: [...judged.rules, ...client.kept],
      state: judged.state,
      ...(exchange.client && { client: exchange.client }),
      ...(exchange.retries.length > 0 && { retries: exchange.retries }),
      ...(concurrent.length > 0 && { concurrent }),
      ...(aside && { aside }),
      ms: exchange.ms,
    });
    return { n: this.#calls, exchange, judged };
  }

  /** What the call shows of the rules about client libraries. What breaks one is no fault of the target's. */
  #clientFacts(exchange: Exchange): ClientFacts {
    const { command, answer, client, before = [], after = [] } = exchange;
    if (!client) return { kept: [], broken: [] };
    const facts = clientFacts({ command, answer, client, before, after });
    for (const rule of facts.broken) {
      const text = `${client.library} did not do as ${rule} says (${client.outcome})`;
      this.emit({ type: 'note', level: 'warning', text });
    }
    return facts;
  }
}
