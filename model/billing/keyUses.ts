import { DAY } from '../window.ts';
import { type Month, monthsOf } from './month.ts';

/** Seconds for which a version of an HSM-protected key counts as used after a use (BL-03). */
const COUNTED = 30 * DAY;

/** A span in which a version counts as used, Unix seconds; both ends belong to it. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** When one version of a key was used, in any order. */
export class KeyUses {
  readonly #ats = new Set<number>();

  /** Takes note of a use (Unix seconds). */
  add(at: number): void {
    this.#ats.add(at);
  }

  /**
   * The months up to an instant for which the version is charged, each with the share of it in which it counts as
   * used: BL-03, a version is charged at t exactly when it was used between t − 30 days and t.
   */
  chargedMonths(until: number): ReadonlyMap<Month, number> {
    const shares = new Map<Month, number>();
    for (const { from, to } of this.#spans()) {
      for (const { month, seconds, length } of monthsOf(from, Math.min(to, until))) {
        shares.set(month, (shares.get(month) ?? 0) + seconds / length);
      }
    }
    return shares;
  }

  /** The spans, joined where they touch. */
  #spans(): readonly Span[] {
    const spans: Span[] = [];
    for (const at of [...this.#ats].sort((a, b) => a - b)) {
      const last = spans.at(-1);
      if (last && at <= last.to) spans[spans.length - 1] = { from: last.from, to: at + COUNTED };
      else spans.push({ from: at, to: at + COUNTED });
    }
    return spans;
  }
}
