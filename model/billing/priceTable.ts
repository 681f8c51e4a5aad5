import { type BillingReadings, USUAL_READINGS } from './billingReadings.ts';

/** A step of a price that falls with the quantity. */
export interface PriceTier {
  /** The greatest quantity of a month that this price is for; absent in the last tier. */
  readonly upTo?: number;
  /** What one unit costs. */
  readonly price: number;
}

/** A meter that has a price of its own; the others cost nothing, or what one of these costs. */
export type PricedMeter =
  | 'secretOperations'
  | 'certificateOperations'
  | 'keyOperations'
  | 'advancedKeyOperations'
  | 'hsmKeys'
  | 'advancedHsmKeys'
  | 'certificateRenewals'
  | 'keyRotations';

/** What things cost, and how what the documents leave open is taken. */
export interface PriceTable {
  /** Where the prices come from, as a few words. */
  readonly title: string;
  /** ISO 4217, or any other word. */
  readonly currency: string;
  /** Of each meter, per `UNITS[meter]`; at least one tier, the bounds rising, the last without one. */
  readonly prices: Readonly<Record<PricedMeter, readonly PriceTier[]>>;
  readonly readings: BillingReadings;
}

/** How many of what is counted make the unit that a price is for. */
export const UNITS: Readonly<Record<PricedMeter, number>> = {
  secretOperations: 10_000,
  certificateOperations: 10_000,
  keyOperations: 10_000,
  advancedKeyOperations: 10_000,
  hsmKeys: 1,
  advancedHsmKeys: 1,
  certificateRenewals: 1,
  keyRotations: 1,
};

/** List prices in the United States as BL-05, BL-06 and BL-08 state them; the last two of BL-08 are unverified. */
export const DEFAULT_PRICES: PriceTable = {
  title: 'US list prices of the catalogue',
  currency: 'USD',
  prices: {
    secretOperations: [{ price: 0.03 }],
    certificateOperations: [{ price: 0.03 }],
    keyOperations: [{ price: 0.03 }],
    advancedKeyOperations: [{ price: 0.15 }],
    hsmKeys: [{ price: 1 }],
    advancedHsmKeys: [
      { upTo: 250, price: 5 },
      { upTo: 1500, price: 2.5 },
      { upTo: 4000, price: 0.9 },
      { price: 0.4 },
    ],
    certificateRenewals: [{ price: 3 }],
    keyRotations: [{ price: 1 }],
  },
  readings: USUAL_READINGS,
};
