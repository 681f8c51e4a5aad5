import { readFile } from 'node:fs/promises';
import { parsePriceTable } from '../../model/billing/parsePriceTable.ts';
import { DEFAULT_PRICES, type PriceTable } from '../../model/billing/priceTable.ts';
import type { Json } from '../../model/json.ts';
import { explainFileFault } from '../../reports/files/fileError.ts';
import { UsageError } from '../usageError.ts';

/**
 * Reads a table of prices from a file of JSON; the usual prices where none is named.
 * @throws UsageError when it cannot be read or is no table of prices
 */
export async function readPriceFile(file: string | undefined): Promise<PriceTable> {
  if (file === undefined) return DEFAULT_PRICES;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`--prices ${file} cannot be read: ${explainFileFault(error)}.`);
  });
  const parsed = parsePriceTable(jsonOf(file, text));
  if ('table' in parsed) return parsed.table;
  throw new UsageError(
    `--prices ${file} is no table of prices: ${parsed.problem}. bill --print-prices shows the usual table.`,
  );
}

function jsonOf(file: string, text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--prices ${file} is no JSON: ${problem}.`);
  }
}
