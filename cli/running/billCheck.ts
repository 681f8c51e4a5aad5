import type { Adapter } from '../../adapters/adapter.ts';
import { USUAL_READINGS } from '../../model/billing/billingReadings.ts';
import { type BillDifference, billedRules, compareBill } from '../../model/billing/compareBill.ts';
import { MeteredHistory } from '../../model/billing/meteredHistory.ts';
import type { Divergence, DivergenceEvent, RunEvent } from '../../model/event.ts';

/** Compares what a target itself metered with what the calls of a run come to. */
export class BillCheck {
  readonly #adapter: Adapter;
  /** The calls to each vault that the run has for its own. */
  readonly #histories = new Map<string, MeteredHistory>();
  #calls = 0;

  constructor(adapter: Adapter) {
    this.#adapter = adapter;
  }

  /** Takes an event of the run. What others did to a vault that they use too is not known, so it is left out. */
  observe(event: RunEvent): void {
    if (this.#adapter.readMeter === undefined) return;
    if (event.type === 'vault' && event.shared !== true && !this.#histories.has(event.vault)) {
      this.#histories.set(event.vault, new MeteredHistory(USUAL_READINGS));
    }
    if (event.type !== 'exchange') return;
    this.#calls = event.n;
    this.#histories.get(event.command.vault)?.observe(event);
  }

  /**
   * The events that tell how the meters compare, at the end of a run; none where the target shows no meter.
   * @throws TargetTrouble when the target cannot be asked
   */
  async compare(): Promise<readonly RunEvent[]> {
    if (this.#adapter.readMeter === undefined || this.#histories.size === 0) return [];
    const rules = new Set<string>();
    const found = new Map<string, DivergenceEvent>();
    for (const [vault, history] of this.#histories) {
      const now = await this.#adapter.clock?.now(vault);
      if (now !== undefined) history.passTime(now);
      const ledger = history.ledger();
      for (const rule of billedRules(ledger, vault)) rules.add(rule);
      for (const difference of compareBill(ledger, vault, await this.#adapter.readMeter(vault))) {
        const { signature } = difference;
        const count = (found.get(signature)?.divergence.count ?? 0) + 1;
        const first = found.get(signature)?.divergence ?? divergenceOf(difference, vault);
        found.set(signature, { type: 'divergence', n: this.#calls, divergence: { ...first, count } });
      }
    }
    return [{ type: 'bill', vaults: this.#histories.size, rules: [...rules].sort() }, ...found.values()];
  }
}

function divergenceOf(difference: BillDifference, vault: string): Divergence {
  const { signature, rules, meter, month, metered, expected } = difference;
  const { low, high } = expected;
  const answer = `${meter} ${metered} in ${month}`;
  const due = low === high ? `${low}` : `${low} to ${high}`;
  return {
    signature,
    severity: 'wrong-outcome',
    rules,
    operation: 'Metering',
    state: '',
    differs: `${meter} is ${metered} instead of ${due}`,
    expected: [{ answer: `${meter} ${due}`, rules }],
    observed: { answer },
    // A meter adds up all calls to the vault: only the reading of it can be told as a step.
    sequence: [{ at: 0, call: `read the meter of ${vault}`, answer }],
    count: 1,
    confirmation: 'recorded',
    remark: 'Meters add up all calls to a vault: the bill command lists what those of this log come to.',
  };
}
