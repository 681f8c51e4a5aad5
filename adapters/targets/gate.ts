/**
 * Lets work in by mode: pieces of work of one mode run side by side, pieces of different modes never do, and work
 * without a mode runs alone. First come, first served, so nobody starves.
 *
 * A target with one switch for all its vaults can so serve vaults with different settings, and its clock is never
 * moved while a call is under way.
 */
export interface Gate<Mode> {
  /** Runs work once the target is in a mode. */
  inMode<T>(mode: Mode, work: () => Promise<T>): Promise<T>;
  /** Runs work while nothing else runs. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

interface Waiting<Mode> {
  readonly mode: Mode | undefined;
  readonly start: () => void;
}

/**
 * Makes a gate.
 * @param initial the mode the target is in; undefined when it is not known
 * @param switchTo puts the target into a mode; called only while nothing else runs
 */
export function createGate<Mode>(
  initial: Mode | undefined,
  switchTo: (mode: Mode) => Promise<void>,
): Gate<Mode> {
  const queue: Waiting<Mode>[] = [];
  let current = initial;
  let running = 0;
  let closed = false;

  const admit = (): void => {
    for (let head = queue[0]; head; head = queue[0]) {
      const joins = head.mode !== undefined && head.mode === current;
      if (closed || (running > 0 && !joins)) return;
      queue.shift();
      running++;
      // Work that switches the mode, or runs alone, keeps everybody else out until it says otherwise.
      if (!joins) closed = true;
      head.start();
    }
  };
  const entered = (mode: Mode | undefined): Promise<void> =>
    new Promise((resolve) => {
      queue.push({ mode, start: resolve });
      admit();
    });
  const leave = (): void => {
    running--;
    if (running === 0) closed = false;
    admit();
  };

  return {
    async inMode(mode, work) {
      await entered(mode);
      try {
        if (mode !== current) {
          current = undefined;
          await switchTo(mode);
          current = mode;
        }
        if (closed) {
          closed = false;
          admit();
        }
        return await work();
      } finally {
        leave();
      }
    },
    async alone(work) {
      await entered(undefined);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
