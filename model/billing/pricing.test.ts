import { describe, expect, it } from 'vitest';
import { USUAL_READINGS } from './billingReadings.ts';
import { invoiceOf } from './invoice.ts';
import { type LedgerEntry, LedgerSum } from './ledger.ts';
import type { Meter } from './meter.ts';
import { DEFAULT_PRICES, type PriceTable } from './priceTable.ts';
import { amountOf, type Quantities } from './pricing.ts';

function priced(meter: Meter, quantities: Quantities, table: PriceTable = DEFAULT_PRICES): readonly number[] {
  const { low, high } = amountOf(meter, quantities, table);
  return [low, high].map((amount) => Number(amount.toFixed(9)));
}

describe('the price of a meter', () => {
  it.each<[Meter, Quantities, readonly [number, number]]>([
    ['secretOperations', { secretOperations: 10_000 }, [0.03, 0.03]],
    ['advancedKeyOperations', { advancedKeyOperations: 20_000 }, [0.3, 0.3]],
    ['unknownKeyOperations', { unknownKeyOperations: 10_000 }, [0.03, 0.15]],
    ['possibleOperations', { possibleOperations: 10_000 }, [0, 0.15]],
    ['hsmKeys', { hsmKeys: 300 }, [300, 300]],
    // 250 at 5, 1250 at 2.50, 2500 at 0.90, the last at 0.40.
    ['advancedHsmKeys', { advancedHsmKeys: 4001 }, [1250 + 3125 + 2250 + 0.4, 1250 + 3125 + 2250 + 0.4]],
    // One more may be RSA at 1, or the 250th advanced at 5.
    ['unknownHsmKeys', { advancedHsmKeys: 249, unknownHsmKeys: 1 }, [1, 5]],
    // The next may be RSA at 1, or the 1501st advanced at 0.90.
    ['unknownHsmKeys', { advancedHsmKeys: 1500, unknownHsmKeys: 1 }, [0.9, 1]],
    ['possibleHsmKeys', { advancedHsmKeys: 249, unknownHsmKeys: 1, possibleHsmKeys: 2 }, [0, 5]],
    ['certificateRenewals', { certificateRenewals: 2 }, [6, 6]],
    ['keyRotations', { keyRotations: 2 }, [2, 2]],
    ['deletedDays', { deletedDays: 90 }, [0, 0]],
    ['managementCalls', { managementCalls: 10_000 }, [0, 0]],
    ['refusedCalls', { refusedCalls: 10_000 }, [0, 0]],
    ['deletedReads', { deletedReads: 10_000 }, [0, 0]],
  ])('should be right for %s of %j', (meter, quantities, amount) => {
    expect(priced(meter, quantities)).toEqual(amount);
  });

  it('should be that of an operation for what a reading bills', () => {
    const readings = { ...USUAL_READINGS, managementCalls: 'billed', refusedCalls: 'billed' } as const;
    const table = { ...DEFAULT_PRICES, readings };
    expect(priced('managementCalls', { managementCalls: 10_000 }, table)).toEqual([0.03, 0.03]);
    expect(priced('refusedCalls', { refusedCalls: 10_000 }, table)).toEqual([0.03, 0.03]);
  });

  it('should fall with the keys of all vaults together, or of each on its own', () => {
    const sum = new LedgerSum();
    const entry = (vault: string): LedgerEntry => ({
      ...{ vault, month: '2026-06', meter: 'advancedHsmKeys', quantity: 200, rules: {} },
    });
    sum.add(entry('one'));
    sum.add(entry('two'));
    const total = (hsmTiers: 'together' | 'by-vault'): number =>
      invoiceOf(sum.total(), { ...DEFAULT_PRICES, readings: { ...USUAL_READINGS, hsmTiers } }).total.high;
    expect([total('together'), total('by-vault')]).toEqual([250 * 5 + 150 * 2.5, 400 * 5]);
  });
});
