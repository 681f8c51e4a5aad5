import type { Adapter } from '../../adapters/adapter.ts';
import { type BillingReadings, USUAL_READINGS } from '../../model/billing/billingReadings.ts';
import { type BillDifference, billedRules, compareBill } from '../../model/billing/compareBill.ts';
import type { Ledger } from '../../model/billing/ledger.ts';
import { type MeteredCall, MeteredHistory } from '../../model/billing/meteredHistory.ts';
import type { MeterReading } from '../../model/billing/meterReading.ts';
import { openReadings, unusualReadings } from '../../model/billing/openReadings.ts';
import type { Divergence, RunEvent } from '../../model/event.ts';

/** Compares what a target itself metered with what the calls of a run come to. */
export class BillCheck {
  readonly #adapter: Adapter;
  /** The calls to each vault that the run has for its own. */
  readonly #calls = new Map<string, MeteredCall[]>();
  #last = 0;

  constructor(adapter: Adapter) {
    this.#adapter = adapter;
  }

  /** Takes an event of the run. What others did to a vault that they use too is not known, so it is left out. */
  observe(event: RunEvent): void {
    if (this.#adapter.readMeter === undefined) return;
    if (event.type === 'vault' && event.shared !== true && !this.#calls.has(event.vault)) {
      this.#calls.set(event.vault, []);
    }
    if (event.type !== 'exchange') return;
    const { n, command, answer, window } = event;
    this.#last = n;
    this.#calls.get(command.vault)?.push({ command, answer, window });
  }

  /**
   * The events that tell how the meters compare, at the end of a run; none where the target shows no meter. What the
   * documents leave open a target may take in any way, but in one way throughout.
   * @throws TargetTrouble when the target cannot be asked
   */
  async compare(): Promise<readonly RunEvent[]> {
    const metered = await this.#metered();
    if (metered.length === 0) return [];
    const rules = new Set(
      metered.flatMap((vault) => [...billedRules(vault.ledger(USUAL_READINGS), vault.name)]),
    );
    const bill: RunEvent = { type: 'bill', vaults: metered.length, rules: [...rules].sort() };
    for (const readings of openReadings()) {
      if (metered.every((vault) => vault.differences(readings).length === 0))
        return [bill, ...notesOf(readings)];
    }
    const found = new Map<string, Divergence>();
    for (const vault of metered) {
      for (const difference of vault.differences(USUAL_READINGS)) {
        const known = found.get(difference.signature) ?? divergenceOf(difference, vault.name);
        found.set(difference.signature, { ...known, count: known.count + 1 });
      }
    }
    return [
      bill,
      ...[...found.values()].map(
        (divergence) => ({ type: 'divergence', n: this.#last, divergence }) as const,
      ),
    ];
  }

  async #metered(): Promise<readonly MeteredVault[]> {
    const metered: MeteredVault[] = [];
    for (const [vault, calls] of this.#calls) {
      const reading = await this.#adapter.readMeter?.(vault);
      if (reading)
        metered.push(new MeteredVault(vault, calls, reading, await this.#adapter.clock?.now(vault)));
    }
    return metered;
  }
}

/** A vault with the calls that were made to it and what the target metered. */
class MeteredVault {
  readonly name: string;
  readonly #calls: readonly MeteredCall[];
  readonly #reading: MeterReading;
  readonly #now: number | undefined;

  /** @param now when the meter was read, Unix seconds of target time, where it is known */
  constructor(name: string, calls: readonly MeteredCall[], reading: MeterReading, now: number | undefined) {
    this.name = name;
    this.#calls = calls;
    this.#reading = reading;
    this.#now = now;
  }

  ledger(readings: BillingReadings): Ledger {
    const history = new MeteredHistory(readings);
    for (const call of this.#calls) history.observe(call);
    if (this.#now !== undefined) history.passTime(this.#now);
    return history.ledger();
  }

  differences(readings: BillingReadings): readonly BillDifference[] {
    return compareBill(this.ledger(readings), this.name, this.#reading);
  }
}

function notesOf(readings: BillingReadings): readonly RunEvent[] {
  return unusualReadings(readings).map((sentence) => ({
    type: 'note',
    level: 'info',
    text: `The target's meter follows a reading of its own: ${sentence}.`,
  }));
}

/** A difference as a divergence that is still to be counted. */
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
    count: 0,
    confirmation: 'recorded',
    remark: 'Meters add up all calls to a vault: the bill command lists what those of this log come to.',
  };
}
