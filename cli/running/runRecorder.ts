import type { RunEvent } from '../../model/event.ts';
import { RunFold } from '../../reports/fold/runFold.ts';
import type { RunSummary } from '../../reports/fold/runSummary.ts';
import type { LogWriter } from '../../reports/log/logWriter.ts';
import type { Progress } from '../../reports/terminal/progress.ts';

/**
 * Takes a run's events: each is in the log before anything else happens, then in what is shown. Events that come
 * before the header are kept until it is there.
 */
export class RunRecorder {
  readonly #log: LogWriter | undefined;
  readonly #progress: Progress | undefined;
  readonly #early: RunEvent[] = [];
  #fold: RunFold | undefined;

  constructor(log: LogWriter | undefined, progress: Progress | undefined) {
    this.#log = log;
    this.#progress = progress;
  }

  /** Takes one event. Throws `LogError` when it cannot be written. */
  take(event: RunEvent): void {
    if (event.type === 'header') {
      this.#fold = new RunFold(event);
      this.#pass(event);
      for (const early of this.#early.splice(0)) this.take(early);
      return;
    }
    if (!this.#fold) {
      this.#early.push(event);
      return;
    }
    this.#fold.add(event);
    this.#pass(event);
  }

  /** What is known of the run so far; undefined before its header. */
  summary(): RunSummary | undefined {
    return this.#fold?.summary();
  }

  #pass(event: RunEvent): void {
    this.#log?.append(event);
    this.#progress?.update(event);
  }
}
