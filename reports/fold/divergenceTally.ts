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
  readonly first: number;
  readonly latest: Divergence;
  /** Sightings after the latest event. */
  readonly again: number;
}

/** Keeps the latest that the log tells of each divergence, and counts how often it was seen. */
export class DivergenceTally {
  readonly #entries = new Map<string, Entry>();
  readonly #sightings: Sighting[] = [];
  /** Sightings of signatures whose divergence has not been told yet. */
  readonly #ahead = new Map<string, number>();

  /** Takes a divergence in; it replaces the one of the same signature. */
  add(event: DivergenceEvent): void {
    const { signature } = event.divergence;
    const first = this.#entries.get(signature)?.first ?? event.n;
    const again = this.#ahead.get(signature) ?? 0;
    this.#ahead.delete(signature);
    this.#entries.set(signature, { first, latest: event.divergence, again });
    this.#sightings.push({ n: event.n, signature });
  }

  /** Takes in that a divergence was seen again. */
  addAgain(event: SeenAgainEvent): void {
    const entry = this.#entries.get(event.signature);
    if (entry === undefined) {
      this.#ahead.set(event.signature, (this.#ahead.get(event.signature) ?? 0) + 1);
    } else {
      this.#entries.set(event.signature, { ...entry, again: entry.again + 1 });
    }
    this.#sightings.push({ n: event.n, signature: event.signature });
  }

  /** All sightings so far, in the order of the log. */
  get sightings(): readonly Sighting[] {
    return this.#sightings;
  }

  /** How many divergences that are not flaky have been found so far. */
  get found(): number {
    let found = 0;
    for (const { latest } of this.#entries.values()) if (latest.confirmation !== 'flaky') found += 1;
    return found;
  }

  /** All divergences so far, worst first, and equally bad ones in the order in which they were found. */
  summary(): readonly DivergenceSummary[] {
    return Array.from(this.#entries.values(), ({ first, latest, again }) => ({
      ...latest,
      count: latest.count + again,
      n: first,
    })).sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.n - b.n);
  }
}
