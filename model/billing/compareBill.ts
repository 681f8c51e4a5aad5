import type { RuleId } from '../rule.ts';
import type { Ledger } from './ledger.ts';
import { METERS, type Meter } from './meter.ts';
import type { MeteredMonth, MeterReading } from './meterReading.ts';
import { type Month, UNDATED } from './month.ts';

/** What a target's meter counts. */
type TargetMeter =
  | 'operations'
  | 'advancedKeyOperations'
  | 'certificateRenewals'
  | 'keyRotations'
  | 'hsmKeyVersions.rsa2048'
  | 'hsmKeyVersions.advanced';

/** A meter of a target that shows something else than what was asked of the target comes to. */
export interface BillDifference {
  readonly month: Month;
  readonly meter: TargetMeter;
  /** What the target shows. */
  readonly metered: number;
  /** What it may show: one number, or a span where the history leaves room. */
  readonly expected: { readonly low: number; readonly high: number };
  /** The rules that say so. */
  readonly rules: readonly RuleId[];
  /** Equal for equal faults, as a divergence's signature is: it names neither the month nor the numbers. */
  readonly signature: string;
}

/**
 * Compares what a target's own meter shows of a vault with the ledger of all calls to that vault, month by month. Calls
 * of which nobody knows whether they are operations leave room for either.
 * @param ledger of all calls to the vault since it was made, up to the instant at which the meter was read
 * @param vault the vault's token in the calls
 */
export function compareBill(
  ledger: Ledger,
  vault: string,
  { months }: MeterReading,
): readonly BillDifference[] {
  const dated = ledger.entries.filter((entry) => entry.vault === vault && entry.month !== UNDATED);
  const all = new Set([...dated.map(({ month }) => month), ...months.map(({ month }) => month)]);
  return [...all].sort().flatMap((month) => {
    const shown = months.find((metered) => metered.month === month);
    const count = counter(ledger, vault, month);
    return TARGET_METERS.flatMap((meter): BillDifference[] => {
      const metered = shown === undefined ? 0 : shownBy(shown, meter);
      const expected = expectedOf(meter, count, ledger.atTurn[vault] ?? 0);
      if (metered >= expected.low && metered <= expected.high) return [];
      const rules = RULES[meter];
      const how = metered > expected.high ? 'more' : 'less';
      return [
        { month, meter, metered, expected, rules, signature: ['Metering', meter, rules[0], how].join(' | ') },
      ];
    });
  });
}

/** The rules by which the calls to a vault were billed, as far as a target's meter can show it. */
export function billedRules({ entries }: Ledger, vault: string): ReadonlySet<RuleId> {
  const billed = entries.filter((entry) => entry.vault === vault && entry.month !== UNDATED);
  return new Set(
    billed.flatMap(({ meter, rules }) => [...METERS[meter].rules, ...(Object.keys(rules) as RuleId[])]),
  );
}

/** The meters of the ledger that a target's meter is the sum of: for sure, and perhaps. */
const PARTS: Readonly<
  Record<TargetMeter, { readonly sure: readonly Meter[]; readonly perhaps: readonly Meter[] }>
> = {
  operations: {
    sure: ['secretOperations', 'certificateOperations', 'keyOperations'],
    perhaps: ['unknownKeyOperations', 'possibleOperations'],
  },
  advancedKeyOperations: {
    sure: ['advancedKeyOperations'],
    perhaps: ['unknownKeyOperations', 'possibleOperations'],
  },
  certificateRenewals: { sure: ['certificateRenewals'], perhaps: [] },
  keyRotations: { sure: ['keyRotations'], perhaps: [] },
  'hsmKeyVersions.rsa2048': { sure: ['hsmKeys'], perhaps: ['unknownHsmKeys', 'possibleHsmKeys'] },
  'hsmKeyVersions.advanced': { sure: ['advancedHsmKeys'], perhaps: ['unknownHsmKeys', 'possibleHsmKeys'] },
};

const TARGET_METERS = Object.keys(PARTS) as readonly TargetMeter[];

const RULES: Readonly<Record<TargetMeter, readonly RuleId[]>> = {
  operations: ['BL-01', 'BL-02', 'BL-04'],
  advancedKeyOperations: ['BL-04', 'BL-05'],
  certificateRenewals: METERS.certificateRenewals.rules,
  keyRotations: METERS.keyRotations.rules,
  'hsmKeyVersions.rsa2048': METERS.hsmKeys.rules,
  'hsmKeyVersions.advanced': METERS.advancedHsmKeys.rules,
};

/** How much the meters of a ledger show together for a vault in a month. */
function counter(ledger: Ledger, vault: string, month: Month): (meters: readonly Meter[]) => number {
  const entries = ledger.entries.filter((entry) => entry.vault === vault && entry.month === month);
  return (meters) =>
    entries.filter(({ meter }) => meters.includes(meter)).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** @param atTurn calls that may belong to the month before the one that they are counted in */
function expectedOf(
  meter: TargetMeter,
  count: (meters: readonly Meter[]) => number,
  atTurn: number,
): BillDifference['expected'] {
  const { sure, perhaps } = PARTS[meter];
  const low = count(sure);
  return { low: Math.max(0, low - atTurn), high: low + count(perhaps) + atTurn };
}

function shownBy(month: MeteredMonth, meter: TargetMeter): number {
  switch (meter) {
    case 'hsmKeyVersions.rsa2048':
      return month.hsmKeyVersions.rsa2048;
    case 'hsmKeyVersions.advanced':
      return month.hsmKeyVersions.advanced;
    default:
      return month[meter];
  }
}
