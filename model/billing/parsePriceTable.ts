import type { Json, JsonObject } from '../json.ts';
import { type BillingReadings, READING_SENTENCES, type ReadingName } from './billingReadings.ts';
import { DEFAULT_PRICES, type PricedMeter, type PriceTable, type PriceTier, UNITS } from './priceTable.ts';

/** What came of reading a table of prices: the table, or what is wrong with it and where. */
export type ParsedPriceTable = { readonly table: PriceTable } | { readonly problem: string };

/** What is wrong, in words that begin with the place. */
class Problem extends Error {}

/**
 * Reads a user's table of prices: `{title?, currency?, prices?, readings?}`. A price is a number, for one unit, or a list
 * of tiers `{upTo?, price}`. What is left out stays as in `DEFAULT_PRICES`, but another currency needs all prices.
 */
export function parsePriceTable(json: Json): ParsedPriceTable {
  try {
    return { table: tableOf(json) };
  } catch (problem) {
    if (problem instanceof Problem) return { problem: problem.message };
    throw problem;
  }
}

function tableOf(json: Json): PriceTable {
  const { title, currency, prices, readings } = fieldsOf(json, 'the table', FIELDS);
  const money = textOf(currency, 'currency') ?? DEFAULT_PRICES.currency;
  return {
    title: textOf(title, 'title') ?? "the user's own prices",
    currency: money,
    prices: pricesOf(prices, money),
    readings: readingsOf(readings),
  };
}

const FIELDS = ['title', 'currency', 'prices', 'readings'] as const;
const METERS = Object.keys(UNITS) as readonly PricedMeter[];
const READINGS = Object.keys(READING_SENTENCES) as readonly ReadingName[];

function pricesOf(json: Json | undefined, currency: string): PriceTable['prices'] {
  const given = json === undefined ? {} : fieldsOf(json, 'prices', METERS);
  const missing = METERS.filter((meter) => given[meter] === undefined);
  if (currency !== DEFAULT_PRICES.currency && missing.length > 0) {
    throw new Problem(
      `prices: ${missing.join(', ')} must be given too, as the currency is ${currency} and the usual prices are in ${DEFAULT_PRICES.currency}`,
    );
  }
  const prices = { ...DEFAULT_PRICES.prices };
  for (const meter of METERS) {
    const price = given[meter];
    if (price !== undefined) prices[meter] = tiersOf(price, `prices.${meter}`);
  }
  return prices;
}

function tiersOf(json: Json, place: string): readonly PriceTier[] {
  if (!Array.isArray(json)) return [{ price: priceOf(json, place) }];
  if (json.length === 0) throw new Problem(`${place} has no tier`);
  let bound = 0;
  return json.map((entry: Json, i): PriceTier => {
    const at = `${place}[${i}]`;
    const { upTo, price } = fieldsOf(entry, at, ['upTo', 'price'] as const);
    const tier = { price: priceOf(price, `${at}.price`) };
    if (i === json.length - 1) {
      if (upTo !== undefined) throw new Problem(`${at}.upTo must be left out: the last tier has no bound`);
      return tier;
    }
    if (typeof upTo !== 'number' || upTo <= bound) {
      throw new Problem(`${at}.upTo must be a number above ${bound}; it is ${JSON.stringify(upTo)}`);
    }
    bound = upTo;
    return { upTo, ...tier };
  });
}

function priceOf(json: Json | undefined, place: string): number {
  if (typeof json === 'number' && Number.isFinite(json) && json >= 0) return json;
  throw new Problem(`${place} must be a number, 0 or more; it is ${JSON.stringify(json)}`);
}

function readingsOf(json: Json | undefined): BillingReadings {
  const given = json === undefined ? {} : fieldsOf(json, 'readings', READINGS);
  for (const name of READINGS) {
    const value = given[name];
    const choices = Object.keys(READING_SENTENCES[name]);
    if (value !== undefined && !choices.some((choice) => choice === value)) {
      throw new Problem(
        `readings.${name} must be one of ${choices.join(', ')}; it is ${JSON.stringify(value)}`,
      );
    }
  }
  return { ...DEFAULT_PRICES.readings, ...(given as Partial<BillingReadings>) };
}

function textOf(json: Json | undefined, place: string): string | undefined {
  if (json === undefined || (typeof json === 'string' && json.trim() !== '')) return json;
  throw new Problem(`${place} must be a text; it is ${JSON.stringify(json)}`);
}

/** The fields of an object that may have these and no others. */
function fieldsOf<Name extends string>(
  json: Json,
  place: string,
  names: readonly Name[],
): Partial<Record<Name, Json>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Problem(`${place} must be an object; it is ${JSON.stringify(json)}`);
  }
  const other = Object.keys(json as JsonObject).find((key) => !names.some((name) => name === key));
  if (other === undefined) return json as Partial<Record<Name, Json>>;
  throw new Problem(`${place} has a field ${JSON.stringify(other)}; it may have ${names.join(', ')}`);
}
