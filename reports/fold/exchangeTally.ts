import type { ExchangeEvent, Judgement, SequenceEvent, SkippedEvent } from '../../model/event.ts';
import type { ExchangeCounts } from './runSummary.ts';

/** An exchange that no rule explains: where it stands. */
export interface UnexplainedSite {
  readonly n: number;
  readonly step?: number;
  /** Number of the recording it belongs to. */
  readonly trace?: number;
  /** Whether it was met while exploring, and not while a divergence was tried again or shrunk. */
  readonly explored: boolean;
}

/** Counts exchanges by judgement, and keeps where the unexplained ones stand. */
export class ExchangeTally {
  readonly #judged: { [judgement in Judgement]: number } = {
    explained: 0,
    unexplained: 0,
    unspecified: 0,
    unjudged: 0,
  };
  readonly #skipped = new Map<string, number>();
  readonly #sites = new Map<number, UnexplainedSite>();
  #skippedCounted = 0;

  /** Takes an exchange in, and the sequence it belongs to where that is known. */
  add(exchange: ExchangeEvent, sequence: SequenceEvent | undefined): void {
    this.#judged[exchange.judgement] += 1;
    if (exchange.judgement !== 'unexplained') return;
    this.#sites.set(exchange.n, {
      n: exchange.n,
      explored: sequence === undefined || sequence.purpose === 'explore',
      ...(exchange.step === undefined ? {} : { step: exchange.step }),
      ...(sequence?.trace === undefined ? {} : { trace: sequence.trace }),
    });
  }

  /** Takes in exchanges that are not judged. */
  skip(event: SkippedEvent): void {
    this.#skipped.set(event.why, (this.#skipped.get(event.why) ?? 0) + event.exchanges);
    if (event.counted) this.#skippedCounted += event.exchanges;
  }

  /** Where the unexplained exchanges stand, by their number. */
  get unexplained(): ReadonlyMap<number, UnexplainedSite> {
    return this.#sites;
  }

  /** The counts so far. */
  counts(): ExchangeCounts {
    const { explained, unexplained, unspecified, unjudged } = this.#judged;
    const modelled = explained + unexplained;
    const total = modelled + unspecified + unjudged + this.#skippedCounted;
    return { total, modelled, ...this.#judged, skipped: Object.fromEntries(this.#skipped) };
  }
}
