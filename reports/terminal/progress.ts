import ora, { type Ora } from 'ora';
import type { DivergenceEvent, HeaderEvent, RunEvent } from '../../model/event.ts';
import { RunFold } from '../fold/runFold.ts';
import { countOf, formatNumber } from '../wording/counts.ts';
import { divergenceSentence } from '../wording/divergence.ts';
import { formatDuration } from '../wording/duration.ts';
import { printableLine } from '../wording/printable.ts';
import { targetLines } from './targetLines.ts';

/** Milliseconds between two lines where the output is no terminal. */
const LINE_INTERVAL = 5000;
/** Milliseconds between two changes of the line where it is one. */
const REDRAW_INTERVAL = 100;
/** Columns where the stream tells none. */
const WIDTH = 100;
/** Share of a budget after which the time left is worth guessing. */
const ENOUGH_TO_GUESS = 0.02;

/** When a run ends: after so many calls, or so many seconds. */
export interface ProgressBudget {
  readonly calls?: number;
  readonly seconds?: number;
}

/** Where progress is shown, and how the time passes. */
export interface ProgressSetting {
  /** Usually the standard error output. */
  readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly budget?: ProgressBudget;
  /** Whether to begin with what the target can do and what it cannot. */
  readonly tellsTarget?: boolean;
  /** Milliseconds of a clock that only goes forward; the system's unless given. */
  readonly now?: () => number;
}

/** Whether a line of the stream can be drawn again. A terminal without columns would have ora clear lines for ever. */
function canRedraw(stream: ProgressSetting['stream']): boolean {
  return (
    stream.isTTY === true &&
    stream.columns !== 0 &&
    process.env.TERM !== 'dumb' &&
    process.env.CI === undefined
  );
}

/**
 * Shows how a run gets on: on a terminal in one line that is drawn again, elsewhere in a plain line every few seconds;
 * each divergence in a line of its own as it is found.
 */
export class Progress {
  readonly #stream: ProgressSetting['stream'];
  readonly #budget: ProgressBudget;
  readonly #tellsTarget: boolean;
  readonly #now: () => number;
  readonly #spinner: Ora | undefined;
  /** Signature told of each cause. */
  readonly #told = new Map<string, string>();
  readonly #started: number;
  #fold: RunFold | undefined;
  #recordings = 0;
  /** The target, until it is told what it can do. */
  #target: HeaderEvent['target'] | undefined;
  #shown: number;

  constructor(setting: ProgressSetting) {
    this.#stream = setting.stream;
    this.#budget = setting.budget ?? {};
    this.#tellsTarget = setting.tellsTarget ?? false;
    this.#now = setting.now ?? (() => performance.now());
    this.#started = this.#now();
    this.#shown = this.#started;
    if (canRedraw(setting.stream)) {
      // Raw input would keep Ctrl-C from the run.
      const options = { stream: setting.stream, isEnabled: true, discardStdin: false };
      this.#spinner = ora(options).start('starting');
    }
  }

  /** Takes in what happened. */
  update(event: RunEvent): void {
    if (event.type === 'header') this.#begin(event);
    else this.#fold?.add(event);
    if (event.type === 'vault' || event.type === 'sequence') this.#introduce();
    if (event.type === 'trace') this.#recordings += 1;
    if (event.type === 'divergence') this.#tell(event);
    const wait = this.#spinner === undefined ? LINE_INTERVAL : REDRAW_INTERVAL;
    if (this.#now() - this.#shown >= wait) this.#show();
  }

  #begin(header: HeaderEvent): void {
    this.#fold = new RunFold(header);
    if (this.#tellsTarget) this.#target = header.target;
  }

  /** Tells once what is asked, when it is: of a target that cannot be asked there is nothing to tell. */
  #introduce(): void {
    if (!this.#target) return;
    const lines = targetLines(this.#target, this.#stream.columns || WIDTH);
    this.#target = undefined;
    this.#write(`${lines.join('\n')}\n`);
  }

  /** Takes the line away, so that the report can follow. Safe to call again. */
  stop(): void {
    this.#spinner?.stop();
  }

  #show(): void {
    this.#shown = this.#now();
    if (this.#spinner === undefined) this.#stream.write(`${this.#line()}\n`);
    else this.#spinner.text = this.#line();
  }

  /**
   * Tells of a difference once; it may be found again later, elsewhere or in a shorter sequence. What is found is told
   * before it is tried again, so it is taken back when it does not come again.
   */
  #tell({ divergence }: DivergenceEvent): void {
    const { cause = divergence.signature, signature, confirmation, severity } = divergence;
    const sentence = printableLine(divergenceSentence(divergence));
    if (confirmation === 'flaky') {
      if (this.#told.get(cause) !== signature) return;
      this.#told.delete(cause);
      this.#write(`Seen, but not again when tried again: ${sentence}\n`);
      return;
    }
    if (this.#told.has(cause)) return;
    this.#told.set(cause, signature);
    this.#write(`Found (${severity}): ${sentence}\n`);
  }

  /** Writes lines that stay. */
  #write(text: string): void {
    this.#spinner?.stop();
    this.#stream.write(text);
    this.#spinner?.start();
  }

  #line(): string {
    // A budget is for exploring: what it takes to confirm a divergence comes on top.
    const isLimited = this.#budget.calls !== undefined;
    const calls = (isLimited ? this.#fold?.exploringCalls : this.#fold?.calls) ?? 0;
    const budget = this.#budget.calls === undefined ? '' : ` of ${formatNumber(this.#budget.calls)}`;
    const recordings = this.#recordings === 0 ? [] : [countOf(this.#recordings, 'recording')];
    const left = this.#secondsLeft(calls);
    return [
      ...recordings,
      budget === '' ? countOf(calls, 'call') : `${formatNumber(calls)}${budget} calls`,
      `${countOf(this.#fold?.exercised ?? 0, 'rule')} exercised`,
      countOf(this.#fold?.found ?? 0, 'divergence'),
      ...(left === undefined ? [] : [`${formatDuration(Math.ceil(left))} left`]),
    ].join(' · ');
  }

  /** Seconds until the budget is used up, guessed from what has been done; unknown without a budget. */
  #secondsLeft(calls: number): number | undefined {
    const elapsed = (this.#now() - this.#started) / 1000;
    if (this.#budget.seconds !== undefined) return Math.max(0, this.#budget.seconds - elapsed);
    if (this.#budget.calls === undefined || this.#budget.calls === 0) return undefined;
    const share = calls / this.#budget.calls;
    return share < ENOUGH_TO_GUESS ? undefined : Math.max(0, elapsed / share - elapsed);
  }
}
