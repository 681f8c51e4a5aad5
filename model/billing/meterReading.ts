import type { Month } from './month.ts';

/** What a target's own meter shows of one vault in one month. */
export interface MeteredMonth {
  readonly month: Month;
  /** Calls at the usual price. */
  readonly operations: number;
  /** Calls at the price of advanced keys. */
  readonly advancedKeyOperations: number;
  readonly certificateRenewals: number;
  readonly keyRotations: number;
  /** Versions of HSM-protected keys that are charged for the month. */
  readonly hsmKeyVersions: { readonly rsa2048: number; readonly advanced: number };
}

/** What a target's own meter shows of one vault; a month in which nothing was metered may be absent. */
export interface MeterReading {
  readonly months: readonly MeteredMonth[];
}
