/**
 * Lets work in by mode: pieces of work of one mode run side by side, pieces of different modes never do, and work
 * without a mode runs alone. First come, first served, so nobody starves.
 *
 * A target with one switch for all its vaults can so serve vaults with different settings, and its clock is never
 * moved while a call is under way.
 */
export class Gate<Mode> {
  readonly #queue: Waiting<Mode>[] = [];
  readonly #switchTo: (mode: Mode) => Promise<void>;
  #current: Mode | undefined;
  #running = 0;
  /** Whether what runs keeps everybody else out: it switches the mode, or runs alone. */
  #closed = false;

  /**
   * @param switchTo puts the target into a mode, at first use whatever mode it is in; called only while nothing runs
   */
  constructor(switchTo: (mode: Mode) => Promise<void>) {
    this.#switchTo = switchTo;
  }

  /** Runs work once the target is in a mode. */
  inMode<T>(mode: Mode, work: () => Promise<T>): Promise<T> {
    return this.#enter(mode, async () => {
      if (mode !== this.#current) await this.#change(mode);
      if (this.#closed) {
        this.#closed = false;
        this.#admit();
      }
      return work();
    });
  }

  /** Runs work while nothing else runs. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#enter(undefined, work);
  }

  async #change(mode: Mode): Promise<void> {
    this.#current = undefined;
    await this.#switchTo(mode);
    this.#current = mode;
  }

  async #enter<T>(mode: Mode | undefined, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((resolve) => {
      this.#queue.push({ mode, start: resolve });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      this.#running--;
      if (this.#running === 0) this.#closed = false;
      this.#admit();
    }
  }

  #admit(): void {
    for (let head = this.#queue[0]; head && !this.#closed; head = this.#queue[0]) {
      const joins = head.mode !== undefined && head.mode === this.#current;
      if (this.#running > 0 && !joins) return;
      this.#queue.shift();
      this.#running++;
      this.#closed = !joins;
      head.start();
    }
  }
}

interface Waiting<Mode> {
  readonly mode: Mode | undefined;
  readonly start: () => void;
}
