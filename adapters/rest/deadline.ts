import type { Lost } from '../../model/answer.ts';

/** A limit to how long a call may take. */
export interface Deadline {
  /** Fires when the time is up or the caller gives up. */
  readonly signal: AbortSignal;
  /** Why it fired; undefined when it has not. */
  ended(): Lost | undefined;
  /** Lets go of the timer and the caller's signal. */
  stop(): void;
}

/**
 * Starts the clock of one call.
 * @param timeoutMs milliseconds until it ends
 * @param caller what the caller gives up with
 */
export function startDeadline(timeoutMs: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController();
  let why: Lost | undefined;
  const end = (lost: Lost): void => {
    why ??= lost;
    controller.abort();
  };
  const giveUp = (): void => end({ lost: 'aborted', detail: 'the run was told to stop' });
  const timer = setTimeout(
    () => end({ lost: 'timeout', detail: `no whole reply within ${timeoutMs / 1000} s` }),
    timeoutMs,
  );
  if (caller?.aborted) giveUp();
  else caller?.addEventListener('abort', giveUp, { once: true });
  return {
    signal: controller.signal,
    ended: () => why,
    stop() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', giveUp);
    },
  };
}
