import type { BillingReadings } from './billingReadings.ts';
import type { Meter } from './meter.ts';
import { type PricedMeter, type PriceTable, type PriceTier, UNITS } from './priceTable.ts';

/** What something costs at the least and at the most; the same where that is certain. */
export interface Amount {
  readonly low: number;
  readonly high: number;
}

/** What each meter of one bill counts in one month. */
export type Quantities = Readonly<Partial<Record<Meter, number>>>;

/** Nothing. */
const FREE: Amount = { low: 0, high: 0 };

/** What a meter comes to in a month, given all that the month's other meters count. */
export function amountOf(meter: Meter, quantities: Quantities, table: PriceTable): Amount {
  const quantity = quantities[meter] ?? 0;
  const price = PRICES[meter];
  if (price === undefined) return FREE;
  if ('reading' in price)
    return table.readings[price.reading] === 'billed' ? cost(['secretOperations']) : FREE;
  const amount = cost(price.oneOf);
  return price.orNothing ? { low: 0, high: amount.high } : amount;

  function cost(meters: readonly PricedMeter[]): Amount {
    const first = sumOf(FILLED_BEFORE[meter] ?? [], quantities);
    return costBetween(first, first + quantity, meters, table);
  }
}

/** Adds amounts up. */
export function sumOfAmounts(amounts: Iterable<Amount>): Amount {
  let low = 0;
  let high = 0;
  for (const amount of amounts) {
    low += amount.low;
    high += amount.high;
  }
  return { low, high };
}

/** How a meter is priced: as one of these, perhaps not at all, or as a reading says. */
type Price =
  | { readonly oneOf: readonly PricedMeter[]; readonly orNothing?: boolean }
  | { readonly reading: keyof BillingReadings };

const OPERATIONS = [
  'secretOperations',
  'certificateOperations',
  'keyOperations',
  'advancedKeyOperations',
] as const;
const HSM_KEYS = ['hsmKeys', 'advancedHsmKeys'] as const;

const PRICES: Readonly<Partial<Record<Meter, Price>>> = {
  secretOperations: { oneOf: ['secretOperations'] },
  certificateOperations: { oneOf: ['certificateOperations'] },
  keyOperations: { oneOf: ['keyOperations'] },
  advancedKeyOperations: { oneOf: ['advancedKeyOperations'] },
  unknownKeyOperations: { oneOf: ['keyOperations', 'advancedKeyOperations'] },
  possibleOperations: { oneOf: OPERATIONS, orNothing: true },
  hsmKeys: { oneOf: ['hsmKeys'] },
  advancedHsmKeys: { oneOf: ['advancedHsmKeys'] },
  unknownHsmKeys: { oneOf: HSM_KEYS },
  possibleHsmKeys: { oneOf: HSM_KEYS, orNothing: true },
  certificateRenewals: { oneOf: ['certificateRenewals'] },
  keyRotations: { oneOf: ['keyRotations'] },
  managementCalls: { reading: 'managementCalls' },
  refusedCalls: { reading: 'refusedCalls' },
};

/** The meters that fill the tiers of a price before a meter does. */
const FILLED_BEFORE: Readonly<Partial<Record<Meter, readonly Meter[]>>> = {
  unknownHsmKeys: ['advancedHsmKeys'],
  possibleHsmKeys: ['advancedHsmKeys', 'unknownHsmKeys'],
};

function sumOf(meters: readonly Meter[], quantities: Quantities): number {
  return meters.reduce((sum, meter) => sum + (quantities[meter] ?? 0), 0);
}

/** What the units from one count to another cost, each as the cheapest and as the dearest of the meters. */
function costBetween(from: number, to: number, meters: readonly PricedMeter[], table: PriceTable): Amount {
  const bounds = new Set([from, to]);
  for (const meter of meters) {
    for (const { upTo } of table.prices[meter])
      if (upTo !== undefined && upTo > from && upTo < to) bounds.add(upTo);
  }
  const ascending = [...bounds].sort((a, b) => a - b);
  return sumOfAmounts(
    ascending.slice(1).map((end, i) => {
      const begin = ascending[i] ?? from;
      const prices = meters.map((meter) => priceAfter(begin, table.prices[meter]) / UNITS[meter]);
      return { low: (end - begin) * Math.min(...prices), high: (end - begin) * Math.max(...prices) };
    }),
  );
}

/** What the next unit after so many costs. */
function priceAfter(count: number, tiers: readonly PriceTier[]): number {
  const tier = tiers.find(({ upTo }) => upTo === undefined || count < upTo);
  return tier?.price ?? 0;
}
