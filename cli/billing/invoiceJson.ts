import type { Invoice, InvoiceLine } from '../../model/billing/invoice.ts';
import type { Amount } from '../../model/billing/pricing.ts';

/** What was billed beside what it comes to. */
export interface Billed {
  /** The files, as the user named them. */
  readonly files: readonly string[];
  /** Recordings and logs in them. */
  readonly histories: number;
  /** What is wrong with parts of them, each in words. */
  readonly problems: readonly string[];
}

/** Decimals of an amount: more than any price per operation has, fewer than sums of fractions are wrong by. */
const DECIMALS = 9;

/** The one JSON object that `bill --json` prints; `reports/json/bill.schema.json` describes it. */
export function invoiceJson(invoice: Invoice, billed: Billed): object {
  return {
    format: 1,
    ...billed,
    prices: invoice.prices,
    currency: invoice.currency,
    total: rounded(invoice.total),
    months: invoice.months.map(({ month, lines, total }) => ({
      month,
      total: rounded(total),
      lines: lines.map(lineJson),
    })),
    assumptions: invoice.assumptions,
    gaps: invoice.gaps,
  };
}

function lineJson({ meter, label, quantity, amount, rules, counts }: InvoiceLine): object {
  return { meter, label, quantity: round(quantity), amount: rounded(amount), rules, counts };
}

function rounded({ low, high }: Amount): Amount {
  return { low: round(low), high: round(high) };
}

function round(value: number): number {
  return Number(value.toFixed(DECIMALS));
}
