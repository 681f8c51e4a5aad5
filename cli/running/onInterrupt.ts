/** Ctrl-C as a signal that a run can end by. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives Ctrl-C its usual meaning back. */
  done(): void;
}

/** Catches Ctrl-C and termination once, so that a run can close its log and tidy up; the second time ends at once. */
export function onInterrupt(): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    done();
    process.stderr.write('\nStopping: closing the log and tidying up. Again to stop at once.\n');
    controller.abort();
  };
  const done = (): void => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return { signal: controller.signal, done };
}
