import type { ExchangeEvent, Judgement, SkippedEvent } from '../../model/event.ts';
import { PlaneTally } from './planeTally.ts';
import type { ExchangeCounts } from './runSummary.ts';

/** Where an exchange that no rule explains stands in a recording. */
export interface UnexplainedSite {
  /** Number of the recording. */
  readonly trace: number;
  /** The number that the recording gives to the exchange. */
  readonly step: number;
}

/** Counts exchanges by judgement, and keeps where the unexplained ones stand in recordings. */
export class ExchangeTally {
  readonly #judged: { [judgement in Judgement]: number } = {
    explained: 0,
    unexplained: 0,
    unspecified: 0,
    unjudged: 0,
  };
  readonly #skipped = new Map<string, number>();
  readonly #sites = new Map<number, UnexplainedSite>();
  readonly #planes = new PlaneTally();
  #skippedCounted = 0;

  /** Takes an exchange in, and the number of the recording it belongs to, if any. */
  add(exchange: ExchangeEvent, trace: number | undefined): void {
    this.#judged[exchange.judgement] += 1;
    this.#planes.add(exchange);
    if (exchange.judgement !== 'unexplained' || trace === undefined) return;
    this.#sites.set(exchange.n, { trace, step: exchange.step ?? exchange.n });
  }

  /** Takes in exchanges that are not judged. */
  skip(event: SkippedEvent): void {
    this.#skipped.set(event.why, (this.#skipped.get(event.why) ?? 0) + event.exchanges);
    if (!event.counted) return;
    this.#skippedCounted += event.exchanges;
    this.#planes.skip(event);
  }

  /** Where the unexplained exchanges of recordings stand, by their number in the run. */
  get unexplained(): ReadonlyMap<number, UnexplainedSite> {
    return this.#sites;
  }

  /** The counts so far. */
  counts(): ExchangeCounts {
    const { explained, unexplained, unspecified, unjudged } = this.#judged;
    const modelled = explained + unexplained;
    const total = modelled + unspecified + unjudged + this.#skippedCounted;
    return {
      total,
      modelled,
      ...this.#judged,
      skipped: Object.fromEntries(this.#skipped),
      planes: this.#planes.planes(),
      operations: this.#planes.operations(),
    };
  }
}
