import { randomBytes } from 'node:crypto';
import type { Adapter } from '../../adapters/adapter.ts';
import { scrubAnswer, scrubCommand } from '../../adapters/wire/scrub.ts';
import { NEEDS, type Need } from '../../model/applicability.ts';
import { LOG_FORMAT, type ReachSummary, type RunEvent, type TargetSummary } from '../../model/event.ts';
import { MODEL_VERSION } from '../../model/modelVersion.ts';
import { ruleSummaries } from '../../model/ruleSummaries.ts';
import { Exploration } from '../../properties/explore.ts';
import { Session } from '../../properties/session/session.ts';
import { explainError } from '../explainError.ts';
import { AuditCheck } from './auditCheck.ts';
import { BillCheck } from './billCheck.ts';
import { clearAway } from './clearAway.ts';
import type { JudgeOptions } from './judgeOptions.ts';
import { needsMet } from './needsMet.ts';
import { INTERRUPTED, type OpenedTarget } from './openTarget.ts';
import { checkVersion } from './refusedVersion.ts';
import type { RunRecorder } from './runRecorder.ts';

/** One run from the first line of its log to the last. */
export class TargetRun {
  readonly #options: JudgeOptions;
  readonly #recorder: RunRecorder;
  readonly #signal: AbortSignal;
  #session: Session | undefined;
  #exploration: Exploration | undefined;
  #sequences = 0;
  #reach: ReachSummary | undefined;

  /** @param signal ends the run in order */
  constructor(options: JudgeOptions, recorder: RunRecorder, signal: AbortSignal) {
    this.#options = options;
    this.#recorder = recorder;
    this.#signal = signal;
  }

  /** Judges a target; of one that could not be opened, says so. Throws `LogError` when the log cannot be written. */
  async run(opened: OpenedTarget): Promise<void> {
    if ('reason' in opened) {
      const { id, url, capabilities, missing } = this.#options.preset;
      const asked = this.#options.target.url ?? url;
      this.#begin({ name: id, capabilities, missing, ...(asked !== undefined && { url: asked }) }, NEEDS);
      this.#take({ type: 'note', level: 'trouble', text: opened.reason });
      this.#end(opened.reason);
      return;
    }
    const { adapter } = opened;
    let reason: string | undefined;
    try {
      reason = await this.#explore(adapter);
    } finally {
      // Also when the log can no longer be written: what the run made is not left to the vault's owner.
      await this.#giveBack(adapter);
    }
    this.#end(reason);
  }

  /** Explores; the reason why the run is inconclusive, where it is. */
  async #explore(adapter: Adapter): Promise<string | undefined> {
    const bills = new BillCheck(adapter);
    const audit = new AuditCheck(adapter);
    const session = new Session({
      adapter,
      patience: this.#options.patience,
      scrub: { command: scrubCommand, answer: scrubAnswer },
      emit: (event) => {
        bills.observe(event);
        audit.observe(event);
        this.#take(event);
      },
      signal: this.#signal,
    });
    this.#session = session;
    const exploration = new Exploration({
      ...this.#options,
      session,
      // With a letter at least, so that names can be spelled in other letters.
      run: `k${randomBytes(3).toString('hex')}`,
      wanted: (departure) => this.#isWanted(departure),
    });
    this.#exploration = exploration;
    try {
      await checkVersion(adapter, this.#options.target.apiVersion);
      const offered = await exploration.prepare();
      this.#begin(adapter.summary, needsMet(adapter, offered, this.#settlesAtOnce));
      this.#reach = await exploration.run();
      for (const event of [...(await bills.compare()), ...(await audit.compare())]) {
        if (event.type !== 'divergence' || this.#isWanted(event.divergence)) this.#take(event);
      }
      return undefined;
    } catch (error) {
      if (!this.#recorder.summary()) this.#begin(adapter.summary, needsMet(adapter, 'unknown', false));
      return this.#reasonOf(error);
    }
  }

  #isWanted({ rules }: { readonly rules: readonly string[] }): boolean {
    return !this.#options.wanted || rules.some(this.#options.wanted);
  }

  #reasonOf(error: unknown): string {
    if (this.#signal.aborted) return INTERRUPTED;
    const { text } = explainError(error);
    this.#take({ type: 'note', level: 'trouble', text });
    return text;
  }

  get #settlesAtOnce(): boolean {
    const { preset, target } = this.#options;
    return preset.id === 'embedded' && target.settle !== 'real' && target.url === undefined;
  }

  #take(event: RunEvent): void {
    if (event.type === 'sequence' && event.purpose === 'explore') this.#sequences++;
    if (event.type === 'divergence') {
      const known = this.#options.known.has(event.divergence.signature);
      this.#recorder.take(known ? { ...event, divergence: { ...event.divergence, known: true } } : event);
      return;
    }
    this.#recorder.take(event);
  }

  #begin(target: TargetSummary, met: Iterable<Need>): void {
    const { seed, strategies, budget, concurrency, patience } = this.#options;
    this.#take({
      type: 'header',
      format: LOG_FORMAT,
      command: 'run',
      model: { version: MODEL_VERSION },
      target,
      seed,
      strategies,
      options: { budget: { ...budget }, concurrency, patience: { ...patience } },
      rules: ruleSummaries(new Set(met)),
      started: new Date().toISOString(),
    });
  }

  /** Clears away what the run made, also after Ctrl-C; what was found stands, whatever comes of this. */
  async #giveBack(adapter: Adapter): Promise<void> {
    try {
      const leavings = this.#exploration?.leavings ?? [];
      await clearAway(adapter, leavings, this.#options.patience.settle, (text) => this.#warn(text));
    } catch (error) {
      this.#warn(`not all that the run made was removed: ${explainError(error).text}`);
    }
  }

  #warn(text: string): void {
    this.#take({ type: 'note', level: 'warning', text });
  }

  #end(reason: string | undefined): void {
    const { rules = [], divergences = [] } = this.#recorder.summary() ?? {};
    const exercised = rules.some(({ status }) => status === 'exercised');
    const conforms = reason === undefined && exercised;
    // What was found first and did not come again when it was tried is not among them.
    const diverges = divergences.some(({ known }) => known !== true);
    const verdict = diverges ? 'diverges' : conforms ? 'conforms' : 'inconclusive';
    this.#take({
      type: 'footer',
      verdict,
      ...(verdict === 'inconclusive' && { reason: reason ?? 'the run exercised no rule' }),
      calls: this.#session?.calls ?? 0,
      sequences: this.#sequences,
      readings: this.#session?.readings ?? {},
      ...(this.#reach && { reach: this.#reach }),
      ended: new Date().toISOString(),
    });
  }
}
