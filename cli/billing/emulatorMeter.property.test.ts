import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter, Exchange } from '../../adapters/adapter.ts';
import { embedded } from '../../adapters/targets/embedded.ts';
import { USUAL_READINGS } from '../../model/billing/billingReadings.ts';
import { type BillDifference, compareBill } from '../../model/billing/compareBill.ts';
import type { Ledger } from '../../model/billing/ledger.ts';
import { MeteredHistory } from '../../model/billing/meteredHistory.ts';
import type { MeteredMonth } from '../../model/billing/meterReading.ts';
import { monthOf } from '../../model/billing/month.ts';
import { DAY } from '../../model/window.ts';
import { commandOf, EXAMPLE, STEPS, type Step } from './testing/drawnSteps.ts';

let adapter: Adapter;

beforeAll(async () => {
  adapter = await embedded.open({ seed: 1 });
});
afterAll(() => adapter.close());

/** A vault of its own, everything that was asked of it, and what the model makes of that. */
class MeteredVault {
  readonly #vault: string;
  readonly #history = new MeteredHistory(USUAL_READINGS);
  #blob = 'none';

  private constructor(vault: string) {
    this.#vault = vault;
  }

  static async open(purgeProtection: boolean): Promise<MeteredVault> {
    const { vault } = await adapter.openVault({ softDelete: true, retentionDays: 7, purgeProtection });
    return new MeteredVault(vault);
  }

  async run(step: Step): Promise<Exchange | undefined> {
    if ('seconds' in step) {
      await adapter.clock?.advance(step.seconds, this.#vault);
      return undefined;
    }
    const command = commandOf(step, this.#vault, this.#blob);
    const exchange = await adapter.execute(command);
    this.#history.observe(exchange);
    if ('blob' in exchange.answer) this.#blob = exchange.answer.blob ?? this.#blob;
    return exchange;
  }

  /** Deletes everything that the sequences name. */
  async deleteAll(): Promise<void> {
    for (const kind of ['certificate', 'key', 'secret']) {
      for (const name of ['a', 'b']) await this.run({ call: { kind, op: 'delete' }, name });
    }
  }

  /** What the target metered in the months after the one of an instant (Unix seconds). */
  async meteredAfter(at: number): Promise<readonly MeteredMonth[]> {
    const months = (await adapter.readMeter?.(this.#vault))?.months ?? [];
    return months.filter(({ month }) => month > monthOf(at));
  }

  async ledger(): Promise<Ledger> {
    this.#history.passTime((await adapter.clock?.now()) ?? 0);
    return this.#history.ledger();
  }

  async differences(): Promise<readonly BillDifference[]> {
    const reading = await adapter.readMeter?.(this.#vault);
    return compareBill(await this.ledger(), this.#vault, reading ?? { months: [] });
  }
}

const LATER: ReadonlySet<unknown> = new Set([
  'get',
  'use',
  'list',
  'listVersions',
  'backup',
  'getPolicy',
  'update',
]);

function opOf(step: Extract<Step, { call: object }>): unknown {
  return 'op' in step.call ? step.call.op : undefined;
}

/** The same steps in both vaults at the same time. */
async function runBoth(one: MeteredVault, other: MeteredVault, sequence: readonly Step[]): Promise<void> {
  for (const step of sequence) {
    await one.run(step);
    if (!('seconds' in step)) await other.run(step);
  }
}

describe("the embedded emulator's own meter", () => {
  it('should agree with the ledger of the model after every sequence', async () => {
    const counted = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(STEPS, fc.boolean(), async (sequence, purgeProtection) => {
        const vault = await MeteredVault.open(purgeProtection);
        for (const step of sequence) await vault.run(step);
        const { entries } = await vault.ledger();
        for (const { meter, quantity } of entries) counted.set(meter, (counted.get(meter) ?? 0) + quantity);
        expect(await vault.differences()).toEqual([]);
      }),
      { numRuns: 40, examples: [[EXAMPLE, false]] },
    );
    const meters = [
      'secretOperations',
      'certificateOperations',
      'keyOperations',
      'advancedKeyOperations',
      'hsmKeys',
      'advancedHsmKeys',
      'refusedCalls',
      'deletedDays',
    ];
    expect(meters.filter((meter) => !counted.has(meter))).toEqual([]);
  }, 120_000);

  it('should never show more in a later month for what was deleted', async () => {
    // What is deleted is only looked at and used later: where it is made anew, other rules than billing's decide.
    const later = STEPS.map((drawn) => drawn.filter((step) => 'seconds' in step || LATER.has(opOf(step))));
    let charged = 0;
    await fc.assert(
      fc.asyncProperty(STEPS, later, async (before, after) => {
        const [kept, deleted] = [await MeteredVault.open(false), await MeteredVault.open(false)];
        await runBoth(kept, deleted, before);
        await deleted.deleteAll();
        const at = (await adapter.clock?.now()) ?? 0;
        await runBoth(kept, deleted, [...after, { seconds: 35 * DAY }]);
        const unchanged = await kept.meteredAfter(at);
        for (const month of await deleted.meteredAfter(at)) {
          const other = unchanged.find((one) => one.month === month.month);
          expect(month.operations).toBeLessThanOrEqual(other?.operations ?? 0);
          expect(month.advancedKeyOperations).toBeLessThanOrEqual(other?.advancedKeyOperations ?? 0);
          expect(month.hsmKeyVersions.rsa2048).toBeLessThanOrEqual(other?.hsmKeyVersions.rsa2048 ?? 0);
          expect(month.hsmKeyVersions.advanced).toBeLessThanOrEqual(other?.hsmKeyVersions.advanced ?? 0);
          charged += month.hsmKeyVersions.advanced;
        }
      }),
      { numRuns: 15, examples: [[EXAMPLE, []]] },
    );
    expect(charged).toBeGreaterThan(0);
  }, 120_000);
});
