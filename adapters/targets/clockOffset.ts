import type { Window } from '../../model/window.ts';

/** How far a target's clock is ahead of the local one, as narrow as readings tell. */
export interface ClockOffset {
  /** The least and the greatest offset that explain all readings, seconds, at a local time (Unix seconds). */
  bounds(local: number): { readonly least: number; readonly greatest: number };
  /**
   * Takes a reading into account.
   * @param seconds what the target's clock showed, whole Unix seconds
   * @param local the span of local time in which it showed that
   * @param lag seconds by which a target may show an older time than it has, beside the truncation to whole seconds
   */
  read(seconds: number, local: Window, lag: number): void;
  /** The target's clock was moved on by whole seconds. */
  advance(seconds: number): void;
}

/** Seconds by which two clocks may drift apart in a second: far more than a bad quartz does. */
const DRIFT = 1e-4;

/**
 * Starts with what is known before the first reading.
 *
 * A reading S taken between local times A and B says that the offset was between S - B and S + 1 + lag - A. Bounds
 * are the intersection of what all readings say, widened by drift as readings age. A reading that contradicts them
 * means that a clock was set: then it alone counts.
 */
export function createClockOffset(least: number, greatest: number, at: number): ClockOffset {
  let known = { least, greatest, at };
  const aged = (local: number): { least: number; greatest: number } => {
    const drift = Math.abs(local - known.at) * DRIFT;
    return { least: known.least - drift, greatest: known.greatest + drift };
  };
  return {
    bounds: aged,
    read(seconds, local, lag) {
      const said = { least: seconds - local.to, greatest: seconds + 1 + lag - local.from };
      const before = aged(local.to);
      const both = {
        least: Math.max(said.least, before.least),
        greatest: Math.min(said.greatest, before.greatest),
      };
      known = { ...(both.least <= both.greatest ? both : said), at: local.to };
    },
    advance(by) {
      known = { least: known.least + by, greatest: known.greatest + by, at: known.at };
    },
  };
}
