import type { BillingReadings } from '../../model/billing/billingReadings.ts';
import { type Ledger, sumOfLedgers } from '../../model/billing/ledger.ts';
import { MeteredHistory } from '../../model/billing/meteredHistory.ts';
import type { RunEvent, SkippedEvent } from '../../model/event.ts';

/** Meters a log: a run is one history; a log of `check` has one for each recording that was judged. */
export class MeteredLog {
  readonly #file: string;
  readonly #readings: BillingReadings;
  readonly #closed: Ledger[] = [];
  #history: MeteredHistory;

  constructor(file: string, readings: BillingReadings) {
    this.#file = file;
    this.#readings = readings;
    this.#history = new MeteredHistory(readings, file);
  }

  /** Takes the next event of the log. */
  observe(event: RunEvent): void {
    if (event.type === 'trace') {
      this.#closed.push(this.#history.ledger());
      this.#history = new MeteredHistory(this.#readings, `${this.#file}, ${event.id}`);
    }
    if (event.type === 'exchange') this.#history.observe(event);
    if (event.type === 'clock') this.#history.passTime(event.now);
    if (event.type === 'skipped') this.#skip(event);
  }

  /** What was metered so far. */
  ledger(): Ledger {
    return sumOfLedgers([...this.#closed, this.#history.ledger()]);
  }

  #skip({ why, counted, exchanges }: SkippedEvent): void {
    if (counted) this.#history.miss('unmodelledCalls', exchanges);
    else if (why.startsWith('Managed HSM')) this.#history.miss('managedHsm', exchanges);
  }
}
