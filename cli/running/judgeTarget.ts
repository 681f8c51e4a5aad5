import { randomBytes } from 'node:crypto';
import type { Adapter } from '../../adapters/adapter.ts';
import { cleanUp } from '../../adapters/targets/cleanUp.ts';
import type { TargetOptions } from '../../adapters/targets/targetOptions.ts';
import type { TargetPreset } from '../../adapters/targets/targetPreset.ts';
import { scrubAnswer, scrubCommand } from '../../adapters/wire/scrub.ts';
import { LOG_FORMAT, type RunEvent } from '../../model/event.ts';
import { MODEL_VERSION } from '../../model/modelVersion.ts';
import type { Patience } from '../../model/oracle/hiddenSteps.ts';
import { ruleSummaries } from '../../model/ruleSummaries.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import { type Budget, Exploration, type StrategyName } from '../../properties/explore.ts';
import { Session } from '../../properties/session/session.ts';
import type { RunSummary } from '../../reports/fold/runSummary.ts';
import { LogWriter } from '../../reports/log/logWriter.ts';
import { Progress } from '../../reports/terminal/progress.ts';
import { type ReportFormat, type WrittenReports, writeReports } from '../../reports/writeReports.ts';
import { explainError } from '../explainError.ts';
import { needsMet } from './needsMet.ts';
import { onInterrupt } from './onInterrupt.ts';
import { RunRecorder } from './runRecorder.ts';

/** What to judge, how far, and where the log goes. */
export interface JudgeOptions {
  readonly preset: TargetPreset;
  readonly target: TargetOptions;
  readonly seed: number;
  readonly strategies: readonly StrategyName[];
  readonly budget: Budget;
  readonly concurrency: number;
  readonly patience: Patience;
  readonly shrinkCalls: number;
  /** Signatures of divergences that are known. */
  readonly known: ReadonlySet<string>;
  /** Whether a rule is of interest; all are unless given. */
  readonly wanted?: (rule: string) => boolean;
  readonly out: string;
  readonly formats: readonly ReportFormat[];
  /** Where progress is shown. */
  readonly stream: NodeJS.WriteStream;
}

/** The settings of vaults that a run asks for, as far as the target has them. */
const SETTINGS: readonly VaultSettings[] = [
  { softDelete: true, retentionDays: 90, purgeProtection: false },
  { softDelete: true, retentionDays: 7, purgeProtection: true },
  { softDelete: true, retentionDays: 30, purgeProtection: false },
  { softDelete: true, retentionDays: 90, purgeProtection: true },
  { softDelete: false, retentionDays: 90, purgeProtection: false },
];

/** Judges a target and writes the log and the reports. */
export async function judgeTarget(
  options: JudgeOptions,
): Promise<{ readonly summary: RunSummary; readonly written: WrittenReports }> {
  const log = new LogWriter(options.out);
  const progress = new Progress({ stream: options.stream, budget: options.budget });
  const recorder = new RunRecorder(log, progress);
  try {
    await new TargetRun(options, recorder).run();
  } finally {
    progress.stop();
    log.close();
  }
  const summary = recorder.summary();
  if (!summary) throw new Error('the run has no header');
  return { summary, written: writeReports(summary, options.out, options.formats) };
}

/** One run from the opening of its target to the last line of its log. */
class TargetRun {
  readonly #options: JudgeOptions;
  readonly #recorder: RunRecorder;
  readonly #interrupt = onInterrupt();
  #session: Session | undefined;
  #diverges = false;
  #sequences = 0;

  constructor(options: JudgeOptions, recorder: RunRecorder) {
    this.#options = options;
    this.#recorder = recorder;
  }

  async run(): Promise<void> {
    let adapter: Adapter | undefined;
    let reason: string | undefined;
    try {
      adapter = await this.#options.preset.open(this.#options.target);
      reason = await this.#explore(adapter);
      await this.#tidyUp(adapter);
    } finally {
      await adapter?.close();
      this.#interrupt.done();
    }
    this.#end(reason);
  }

  /** Explores; the reason why the run is inconclusive, where it is. */
  async #explore(adapter: Adapter): Promise<string | undefined> {
    const { patience } = this.#options;
    const session = new Session({
      adapter,
      patience,
      scrub: { command: scrubCommand, answer: scrubAnswer },
      emit: (event) => this.#take(event),
      signal: this.#interrupt.signal,
    });
    this.#session = session;
    const exploration = new Exploration({
      ...this.#options,
      session,
      settings: SETTINGS,
      run: randomBytes(4).toString('hex').slice(0, 6),
      wanted: ({ rules }) => !this.#options.wanted || rules.some(this.#options.wanted),
    });
    try {
      const offered = await exploration.prepare();
      this.#take(this.#header(adapter, offered));
      const { sequences, reach } = await exploration.run();
      this.#sequences = sequences;
      this.#reach = reach;
      return undefined;
    } catch (error) {
      return this.#reasonOf(error, adapter);
    }
  }

  #reach: { readonly tried: number; readonly reachable: number } | undefined;

  #reasonOf(error: unknown, adapter: Adapter): string {
    if (!this.#recorder.summary()) this.#take(this.#header(adapter, 'unknown'));
    if (this.#interrupt.signal.aborted) return 'the run was interrupted';
    const { text } = explainError(error);
    this.#take({ type: 'note', level: 'trouble', text });
    return text;
  }

  #take(event: RunEvent): void {
    if (event.type === 'divergence') {
      const known = this.#options.known.has(event.divergence.signature);
      if (!known && event.divergence.confirmation !== 'flaky') this.#diverges = true;
      this.#recorder.take(known ? { ...event, divergence: { ...event.divergence, known: true } } : event);
      return;
    }
    this.#recorder.take(event);
  }

  #header(adapter: Adapter, offered: readonly VaultSettings[] | 'unknown'): RunEvent {
    const { seed, strategies, budget, concurrency, patience, target } = this.#options;
    const settlesAtOnce =
      this.#options.preset.id === 'embedded' && target.settle !== 'real' && target.url === undefined;
    return {
      type: 'header',
      format: LOG_FORMAT,
      command: 'run',
      model: { version: MODEL_VERSION },
      target: adapter.summary,
      seed,
      strategies,
      options: { budget: { ...budget }, concurrency, patience: { ...patience } },
      rules: ruleSummaries(needsMet(adapter, offered, settlesAtOnce)),
      started: new Date().toISOString(),
    };
  }

  /** Removes what the run made in a vault that others use; also after Ctrl-C. */
  async #tidyUp(adapter: Adapter): Promise<void> {
    if (this.#options.preset.id !== 'azure') return;
    const { vault, namePrefix } = await adapter.openVault(
      SETTINGS[0] ?? { softDelete: true, retentionDays: 90, purgeProtection: false },
    );
    if (namePrefix === undefined) return;
    const left = await cleanUp(adapter, { vault, namePrefix });
    for (const [name, state] of left) {
      if (state.left === 'nothing') continue;
      this.#take({ type: 'note', level: 'warning', text: `left in the vault: ${name} (${state.left})` });
    }
  }

  #end(reason: string | undefined): void {
    const exercised = this.#recorder.summary()?.rules.some(({ status }) => status === 'exercised') ?? false;
    const verdict = this.#diverges
      ? 'diverges'
      : reason === undefined && exercised
        ? 'conforms'
        : 'inconclusive';
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
