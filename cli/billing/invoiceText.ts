import type { Invoice, InvoiceLine, InvoiceMonth } from '../../model/billing/invoice.ts';
import type { Amount } from '../../model/billing/pricing.ts';
import type { Paint } from '../../reports/terminal/paint.ts';
import { countOf } from '../../reports/wording/counts.ts';
import { printableLine } from '../../reports/wording/printable.ts';
import { wrapAfter, wrapLine } from '../../reports/wording/wrap.ts';
import type { Billed } from './invoiceJson.ts';

/** How an invoice is set. */
export interface InvoiceSetting {
  /** Columns. */
  readonly width: number;
  readonly paint: Paint;
}

/** An invoice for people, ready to be printed; it ends with a line feed. */
export function invoiceText(invoice: Invoice, billed: Billed, setting: InvoiceSetting): string {
  const { width, paint } = setting;
  const columns = columnsFor(invoice);
  const lines = [
    ...wrapLine(printableLine(headline(invoice, billed)), width).map((line) => paint(['bold'], line)),
    '',
    ...invoice.months.flatMap((month) => [...monthLines(month, columns, setting), '']),
    ...remarks(
      'Taken for granted',
      invoice.assumptions.map(({ sentence, applied }) => [sentence, applied]),
      setting,
    ),
    ...remarks(
      'Not told by what was recorded',
      invoice.gaps.map(({ sentence, count }) => [sentence, count]),
      setting,
    ),
    ...remarks(
      'Not read',
      billed.problems.map((problem) => [problem, 1]),
      setting,
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function headline({ currency, total, prices }: Invoice, { files, histories }: Billed): string {
  const [file] = files;
  const read =
    files.length === 1 && histories === 1
      ? file
      : countOf(histories, 'recording or log', 'recordings or logs');
  return `${currency} ${amountText(total)} for ${read}, at ${prices}`;
}

interface Columns {
  readonly label: number;
  readonly quantity: number;
  readonly amount: number;
}

function columnsFor({ months }: Invoice): Columns {
  const lines = months.flatMap((month) => month.lines);
  const widest = (texts: readonly string[], least: string): number =>
    texts.reduce((most, text) => Math.max(most, text.length), least.length);
  return {
    label: widest(
      lines.map(({ label }) => label),
      'Total',
    ),
    quantity: widest(
      lines.map(({ quantity }) => quantityText(quantity)),
      'quantity',
    ),
    amount: widest(
      [...lines.map(({ amount }) => amountText(amount)), ...months.map(({ total }) => amountText(total))],
      'amount',
    ),
  };
}

function monthLines(
  { month, lines, total }: InvoiceMonth,
  columns: Columns,
  { width, paint }: InvoiceSetting,
): string[] {
  const row = (label: string, quantity: string, amount: string): string =>
    `  ${label.padEnd(columns.label)}  ${quantity.padStart(columns.quantity)}  ${amount.padStart(columns.amount)}  `;
  const title = month.padEnd(columns.label + 2);
  return [
    paint(['bold'], `${row('', 'quantity', 'amount').replace(/^ +(?= {2}quantity)/, title)}rules`),
    ...lines.flatMap((line) =>
      wrapAfter(
        row(line.label, quantityText(line.quantity), amountText(line.amount)),
        rulesText(line),
        width,
      ),
    ),
    paint(['bold'], row('Total', '', amountText(total)).trimEnd()),
  ];
}

function remarks(
  title: string,
  texts: readonly (readonly [text: string, times: number])[],
  { width, paint }: InvoiceSetting,
): readonly string[] {
  if (texts.length === 0) return [];
  const lines = texts.flatMap(([text, times]) =>
    wrapAfter('  - ', `${printableLine(text)}${times === 1 ? '' : ` (${countOf(times, 'time')})`}`, width),
  );
  return [paint(['bold'], title), ...lines, ''];
}

/** A rule and its count stay on one line. */
function rulesText({ rules, counts }: InvoiceLine): string {
  const texts = rules.map((rule) =>
    counts[rule] === undefined ? rule : `${rule}\u00a0(${quantityText(counts[rule])})`,
  );
  return texts.length === 0 ? 'none: OQ-21' : texts.join(', ');
}

/** Three decimals say enough of a share; what is less is still not nothing. */
function quantityText(quantity: number): string {
  if (quantity > 0 && quantity < 0.001) return '< 0.001';
  return quantity.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

/** Six decimals: what one operation costs can still be read. */
function amountText({ low, high }: Amount): string {
  const text = (value: number): string =>
    value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 6 });
  return text(low) === text(high) ? text(low) : `${text(low)} to ${text(high)}`;
}
