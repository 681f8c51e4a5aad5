/** Ctrl-C as a signal that a run can end by. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives Ctrl-C its usual meaning back. */
  done(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Catches Ctrl-C, termination and the end of the terminal once, so that what goes on can end in order; the second time
 * ends at once.
 * @param notice what is said then on the standard error output
 */
export function onInterrupt(notice: string): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    done();
    process.stderr.write(`\n${notice}\n`);
    controller.abort();
  };
  const done = (): void => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return { signal: controller.signal, done };
}
