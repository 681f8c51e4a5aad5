import type { Window } from '../../model/window.ts';
import { createClockOffset } from './clockOffset.ts';

/**
 * Turns local time into a target's time.
 *
 * The window of a call is the span of target time in which the target acted on it: from the instant at which the
 * attempt that was answered left (the first attempt that may have acted, where a 503 was tried again), to the instant
 * at which its reply was there whole, each on the local clock, moved by what is known of the target's clock. It is
 * never narrower than what is known, and takes no account of dates that a target cuts down to whole seconds.
 */
export interface TargetTime {
  /** The span of target time that a span of local time (Unix seconds) lies in, for a vault. */
  window(vault: string, local: Window): Window;
  /** Learns from the `Date` header of a reply that came in a span of local time. */
  observe(local: Window, dateHeader: string | undefined): void;
}

/** Seconds that a remote clock may be off before anything is known of it. */
const UNKNOWN_SKEW_S = 5;
/** Servers keep a `Date` line for up to a second. */
const DATE_LAG_S = 1;

/**
 * A target whose clock is a real one and cannot be moved: this machine's for a loopback target, unless its `Date`
 * headers contradict that; else what its `Date` headers tell.
 * @param spreadS seconds by which the machines behind one address may differ from each other
 */
export function realTime(loopback: boolean, spreadS = 0): TargetTime {
  const skew = loopback ? 0 : UNKNOWN_SKEW_S;
  const offset = createClockOffset(-skew, skew, Date.now() / 1000);
  return {
    window(_vault, local) {
      const from = offset.bounds(local.from);
      const to = offset.bounds(local.to);
      return { from: local.from + from.least - spreadS, to: local.to + to.greatest + spreadS };
    },
    observe(local, dateHeader) {
      const date = Date.parse(dateHeader ?? '');
      if (!Number.isNaN(date)) offset.read(Math.floor(date / 1000), local, DATE_LAG_S + 2 * spreadS);
    },
  };
}

/** A real clock, of which each vault is ahead by its own shift. */
export function shiftedTime(real: TargetTime, shiftOf: (vault: string) => number): TargetTime {
  return {
    window(vault, local) {
      const { from, to } = real.window(vault, local);
      return { from: from + shiftOf(vault), to: to + shiftOf(vault) };
    },
    observe: real.observe,
  };
}
