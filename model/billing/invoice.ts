import type { RuleId } from '../rule.ts';
import { type BillingReadings, READING_SENTENCES, type ReadingName } from './billingReadings.ts';
import { GAP_SENTENCES } from './gapSentences.ts';
import type { AssumptionName, GapName, Ledger, LedgerEntry } from './ledger.ts';
import { METERS, type Meter } from './meter.ts';
import type { Month, UNDATED } from './month.ts';
import type { PriceTable } from './priceTable.ts';
import { type Amount, amountOf, type Quantities, sumOfAmounts } from './pricing.ts';

/** One meter in one month. */
export interface InvoiceLine {
  readonly meter: Meter;
  readonly label: string;
  /** Calls, versions of keys, events or days; a fraction where a part of a month or day is counted. */
  readonly quantity: number;
  readonly amount: Amount;
  /** The rules that this line rests on, by id. */
  readonly rules: readonly RuleId[];
  /** How many of the quantity a rule speaks of, where it is not all of it: BL-01 of recover and purge. */
  readonly counts: Readonly<Partial<Record<RuleId, number>>>;
}

/** All lines of one month. */
export interface InvoiceMonth {
  readonly month: Month | typeof UNDATED;
  readonly lines: readonly InvoiceLine[];
  readonly total: Amount;
}

/** Something that an invoice takes for granted. */
interface Assumption {
  readonly name: AssumptionName;
  /** How it is taken; absent where it is no reading. */
  readonly reading?: string;
  readonly sentence: string;
  /** To how many calls or versions it was applied. */
  readonly applied: number;
}

/** Something that the history does not tell. */
interface Gap {
  readonly name: GapName;
  readonly sentence: string;
  /** How many calls, versions or policies it concerns. */
  readonly count: number;
}

/** What a history costs. */
export interface Invoice {
  readonly prices: string;
  readonly currency: string;
  readonly months: readonly InvoiceMonth[];
  readonly total: Amount;
  readonly assumptions: readonly Assumption[];
  readonly gaps: readonly Gap[];
}

/** Writes the invoice of a ledger: by month, in the order of the meters. */
export function invoiceOf(ledger: Ledger, table: PriceTable): Invoice {
  const months = [...Map.groupBy(ledger.entries, ({ month }) => month)].map(
    ([month, entries]): InvoiceMonth => {
      const lines = linesOf(entries, table);
      return { month, lines, total: sumOfAmounts(lines.map(({ amount }) => amount)) };
    },
  );
  return {
    prices: table.title,
    currency: table.currency,
    months,
    total: sumOfAmounts(months.map(({ total }) => total)),
    assumptions: entriesOf(ledger.assumed).map(([name, applied]) =>
      assumption(name, applied, table.readings),
    ),
    gaps: entriesOf(ledger.gaps).map(([name, count]) => ({ name, sentence: GAP_SENTENCES[name], count })),
  };
}

function linesOf(entries: readonly LedgerEntry[], table: PriceTable): readonly InvoiceLine[] {
  const quantities = quantitiesOf(entries);
  // Each vault fills the tiers of its own, or all of them together: only then does it matter whose a quantity is.
  const parts =
    table.readings.hsmTiers === 'together'
      ? [quantities]
      : [...Map.groupBy(entries, ({ vault }) => vault).values()].map(quantitiesOf);
  const meters = (Object.keys(METERS) as Meter[]).filter((meter) => quantities[meter] !== undefined);
  return meters.map((meter): InvoiceLine => {
    const quantity = quantities[meter] ?? 0;
    const spoken = spokenOf(entries.filter((entry) => entry.meter === meter));
    const rules = new Set([...METERS[meter].rules, ...(Object.keys(spoken) as RuleId[])]);
    return {
      meter,
      label: METERS[meter].label,
      quantity,
      amount: sumOfAmounts(parts.map((part) => amountOf(meter, part, table))),
      rules: [...rules].sort(),
      counts: Object.fromEntries(entriesOf(spoken).filter(([, count]) => count !== quantity)),
    };
  });
}

function quantitiesOf(entries: readonly LedgerEntry[]): Quantities {
  const quantities: Partial<Record<Meter, number>> = {};
  for (const { meter, quantity } of entries) quantities[meter] = (quantities[meter] ?? 0) + quantity;
  return quantities;
}

function spokenOf(entries: readonly LedgerEntry[]): Partial<Record<RuleId, number>> {
  const spoken: Partial<Record<RuleId, number>> = {};
  for (const { rules } of entries) {
    for (const [rule, count] of entriesOf(rules)) spoken[rule] = (spoken[rule] ?? 0) + count;
  }
  return spoken;
}

function assumption(name: AssumptionName, applied: number, readings: BillingReadings): Assumption {
  if (name === 'keySize') {
    return { name, applied, sentence: 'An RSA key that is created without a size has 2048 bits' };
  }
  return { name, applied, reading: readings[name], sentence: sentenceOf(name, readings) };
}

function sentenceOf(name: ReadingName, readings: BillingReadings): string {
  const sentences: Readonly<Record<string, string>> = READING_SENTENCES[name];
  return sentences[readings[name]] ?? '';
}

function entriesOf<Key extends string>(counts: Readonly<Partial<Record<Key, number>>>): [Key, number][] {
  return Object.entries(counts) as [Key, number][];
}
