import type { Answer } from '../answer.ts';
import { USUAL_READINGS } from '../billing/billingReadings.ts';
import { type Invoice, invoiceOf } from '../billing/invoice.ts';
import { type MeteredCall, MeteredHistory } from '../billing/meteredHistory.ts';
import { DEFAULT_PRICES, type PriceTable } from '../billing/priceTable.ts';
import type { Command } from '../command.ts';
import type { Fields } from '../fields.ts';
import { type Brief, later } from './calls.ts';

/** A call about a kind of object in the tests' vault, so many seconds after `NOW`, and what it answers. */
export function billed(
  kind: Command['kind'],
  command: Brief<Command>,
  answer: Partial<Answer> = {},
  at = 0,
): MeteredCall {
  const to = later(at).from;
  return {
    command: { vault: 'vault-1', ...command, kind },
    answer: { status: 200, oddities: [], ...answer },
    window: { from: to, to },
  };
}

/** A version of a key as an answer shows it. */
export function keyAnswer(name: string, version: string, fields: Fields): Partial<Answer> {
  return { object: { name, version, fields } };
}

/** What calls come to, up to an instant (Unix seconds): the last call's, unless given. */
export function invoiceFor(
  calls: Iterable<MeteredCall>,
  until?: number,
  readings: Partial<PriceTable['readings']> = {},
): Invoice {
  const table = { ...DEFAULT_PRICES, readings: { ...USUAL_READINGS, ...readings } };
  const history = new MeteredHistory(table.readings);
  for (const call of calls) history.observe(call);
  return invoiceOf(history.ledger(until), table);
}
