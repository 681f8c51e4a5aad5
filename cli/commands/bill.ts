import { Command } from 'commander';
import { invoiceOf } from '../../model/billing/invoice.ts';
import { DEFAULT_PRICES } from '../../model/billing/priceTable.ts';
import { invoiceJson } from '../billing/invoiceJson.ts';
import { invoiceText } from '../billing/invoiceText.ts';
import { meterFiles } from '../billing/meterFiles.ts';
import { readPriceFile } from '../billing/priceFile.ts';
import { EXIT } from '../exitCode.ts';
import { type Io, paint, print, reportWidth, writeJson } from '../io.ts';
import { UsageError } from '../usageError.ts';

interface BillFlags {
  readonly prices?: string;
  readonly printPrices?: boolean;
  readonly json?: boolean;
}

/** `bill`: what the calls of recordings and runs cost. */
export function billCommand(io: Io, end: (exitCode: number) => void): Command {
  return new Command('bill')
    .description(
      'print the invoice of recordings and of logs of runs, by month and meter, with the rule behind each line; it reads ' +
        'every format that check reads',
    )
    .argument('[file...]', 'the recordings and logs')
    .option(
      '--prices <file>',
      'a table of prices in JSON in the place of the usual one; it may also say how what the documents leave open is taken',
    )
    .option('--print-prices', 'print the usual table of prices, as a start for one of your own')
    .option('--json', 'print one JSON object on standard output')
    .action(async (files: string[], flags: BillFlags) => {
      await bill(io, files, flags);
      end(EXIT.conforms);
    });
}

async function bill(io: Io, files: readonly string[], flags: BillFlags): Promise<void> {
  if (flags.printPrices) {
    await print(io.out, `${JSON.stringify(priceTableJson(), undefined, 2)}\n`);
    return;
  }
  if (files.length === 0) throw new UsageError('bill needs a recording or the run.jsonl of a run.');
  const table = await readPriceFile(flags.prices);
  const { ledger, histories, problems } = await meterFiles(files, table.readings);
  const invoice = invoiceOf(ledger, table);
  const billed = { files, histories, problems };
  if (flags.json) await writeJson(io.out, invoiceJson(invoice, billed));
  else
    await print(io.out, invoiceText(invoice, billed, { width: reportWidth(io.out), paint: paint(io.out) }));
}

/** The usual table as a file can hold it: a price without tiers is a number. */
function priceTableJson(): object {
  const prices = Object.entries(DEFAULT_PRICES.prices).map(([meter, tiers]) => {
    const [first] = tiers;
    return [meter, tiers.length === 1 && first ? first.price : tiers];
  });
  return { ...DEFAULT_PRICES, prices: Object.fromEntries(prices) };
}
