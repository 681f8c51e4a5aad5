import { type Divergence, type DivergenceEvent, SEVERITIES, type SeenAgainEvent } from '../../model/event.ts';
import type { DivergenceSummary } from './runSummary.ts';

/** A divergence was seen at an exchange. */
export interface Sighting {
  /** Number of the exchange. */
  readonly n: number;
  readonly signature: string;
}

/** What is known of one signature. */
interface Entry {
  /** What the log told last; absent while it has only been seen again. */
  latest?: Divergence;
  /** Numbers of the exchanges that showed it, the first one first. */
  readonly seen: Set<number>;
  /** Sightings after what was told last. */
  again: number;
}

/** Keeps the latest that the log tells of each divergence, and counts how often it was seen. */
export class DivergenceTally {
  readonly #entries = new Map<string, Entry>();
  readonly #sightings = new Map<string, Sighting>();

  /** Takes a divergence in; it replaces the one of the same signature. */
  add({ n, divergence }: DivergenceEvent): void {
    const entry = this.#see(n, divergence.signature);
    entry.latest = divergence;
    entry.again = 0;
  }

  /** Takes in that a divergence was seen again. */
  addAgain({ n, signature }: SeenAgainEvent): void {
    this.#see(n, signature).again += 1;
  }

  #see(n: number, signature: string): Entry {
    const entry = this.#entries.get(signature) ?? { seen: new Set(), again: 0 };
    this.#entries.set(signature, entry);
    entry.seen.add(n);
    this.#sightings.set(`${n} ${signature}`, { n, signature });
    return entry;
  }

  /** All sightings so far, each exchange once for each divergence. */
  get sightings(): readonly Sighting[] {
    return [...this.#sightings.values()];
  }

  /** How many divergences that are not flaky have been found so far. */
  get found(): number {
    return this.summary().filter(({ confirmation }) => confirmation !== 'flaky').length;
  }

  /**
   * All divergences so far, worst first, and equally bad ones in the order in which they were found.
   * @param missing the operation that an exchange was about, where the target seems not to have it
   */
  summary(missing: (n: number) => string | undefined = () => undefined): readonly DivergenceSummary[] {
    return [...this.#entries.values()]
      .flatMap(({ latest, seen, again }): readonly DivergenceSummary[] => {
        // Sightings may come between two events of one divergence, so neither count alone is always whole.
        const count = Math.max((latest?.count ?? 0) + again, seen.size);
        const [n = 0] = seen;
        return latest === undefined ? [] : [{ ...latest, count, n, ...causeOf(latest, missing(n)) }];
      })
      .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.n - b.n);
  }
}

/** An operation that is missing is one mistake, whatever rules its absence breaks; and what cannot be asked for is not lost. */
function causeOf(
  { cause, signature, severity, remark }: Divergence,
  missing: string | undefined,
): Pick<DivergenceSummary, 'cause' | 'severity' | 'remark'> {
  if (missing !== undefined) {
    const harm = severity === 'data-lost-early' ? 'wrong-outcome' : severity;
    return { cause: `no ${missing}`, severity: harm, remark: remark ?? MISSING };
  }
  // Logs of earlier versions tell operation, state, rule and what differs in the signature alone.
  const [, , ...both] = signature.split(' | ');
  return { cause: cause ?? (both.length > 0 ? both.join(' | ') : signature), severity };
}

const MISSING = 'Every call of this kind was refused in the same words: the target seems not to have it.';
