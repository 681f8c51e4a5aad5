import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';
import { expectClearLine } from './testing/clearLine.ts';
import { runCommand } from './testing/commandLine.ts';

const FIXTURES = fileURLToPath(new URL('../adapters/recordings/fixtures/', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../shared/azure-traces/', import.meta.url));
const SCHEMA = JSON.parse(readFileSync(new URL('../reports/json/bill.schema.json', import.meta.url), 'utf8'));
const fitsSchema = new Ajv2020().compile(SCHEMA);

interface Printed {
  readonly histories: number;
  readonly currency: string;
  readonly total: { readonly low: number; readonly high: number };
  readonly months: readonly {
    readonly month: string;
    readonly lines: readonly {
      readonly meter: string;
      readonly quantity: number;
      readonly rules: readonly string[];
    }[];
  }[];
}

/** Bills files in JSON; what is printed must be as the schema says. */
async function bill(...args: string[]): Promise<Printed> {
  const ended = await runCommand(['bill', '--json', ...args]);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  const printed = JSON.parse(ended.stdout) as Printed;
  expect(fitsSchema(printed), JSON.stringify(fitsSchema.errors)).toBe(true);
  return printed;
}

function quantityOf({ months }: Printed, wanted: string): number {
  return months
    .flatMap(({ lines }) => lines)
    .filter(({ meter }) => meter === wanted)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

function written(text: string): string {
  const file = join(temporaryFolder(), 'prices.json');
  writeFileSync(file, text);
  return file;
}

describe('bill', { timeout: 60_000 }, () => {
  it('should print an invoice by month and meter, with the rules behind each line', async () => {
    const { stdout, code } = await runCommand(['bill', 'trace.jsonl'], { cwd: FIXTURES });
    expect(code).toBe(0);
    expect(
      stdout.replaceAll('\u00a0', ' '),
    ).toBe(`USD 0.000012 for trace.jsonl, at US list prices of the catalogue

2023-11                            quantity    amount  rules
  Operations on secrets                   4  0.000012  BL-01 (1), BL-04 (3), BL-05
  Days spent in the deleted state   < 0.001      0.00  BL-02
  Refused calls                           1      0.00  BL-04
  Total                                      0.000012

Taken for granted
  - Getting and listing what is deleted are billed like any other operation
  - Refused calls cost nothing, whatever the state of the object
`);
  });

  it.each(['vcrpy.yaml', 'nock-12.js.txt', 'cpp.json'])('should bill %s', async (file) => {
    expect(await bill(join(FIXTURES, file))).toMatchObject({
      histories: 1,
      total: { low: 0.000012, high: 0.000012 },
    });
  });

  it('should bill a run as its log tells it', async () => {
    const out = join(temporaryFolder(), 'out');
    await runCommand(['run', '--kinds', 'secret', '--budget', '150calls', '--seed', '5', '--out', out]);
    const log = join(out, 'run.jsonl');
    const printed = await bill(log);
    const events = readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const statuses = events.filter(({ type }) => type === 'exchange').map(({ answer }) => answer.status);
    const served = statuses.filter((status) => status < 400).length;
    expect(served).toBeGreaterThan(0);
    expect(quantityOf(printed, 'secretOperations')).toBe(served);
    expect(quantityOf(printed, 'refusedCalls')).toBe(statuses.length - served);
    // Nothing but operations on secrets: each costs 0.03 / 10,000.
    expect(printed.total.low).toBeCloseTo((served * 0.03) / 10_000, 9);
    expect(printed.total.high).toBe(printed.total.low);
  });

  it("should take the user's prices and readings", async () => {
    const prices = written('{"prices": {"secretOperations": 10000}, "readings": {"refusedCalls": "billed"}}');
    // Four operations and a refused call at 1 each.
    expect(await bill('--prices', prices, join(FIXTURES, 'trace.jsonl'))).toMatchObject({
      prices: "the user's own prices",
      total: { low: 5, high: 5 },
    });
  });

  it('should print the usual prices as a table that it takes back', async () => {
    const { stdout } = await runCommand(['bill', '--print-prices']);
    const [usual, again] = [
      await bill(join(FIXTURES, 'trace.jsonl')),
      await bill('--prices', written(stdout), join(FIXTURES, 'trace.jsonl')),
    ];
    expect(again).toEqual(usual);
  });

  it.each<[string[], RegExp]>([
    [[], /bill needs a recording or the run\.jsonl of a run/],
    [['absent.json'], /absent\.json/],
    [['biome.json'], /biome\.json/],
    [['--prices', 'absent.json', 'trace.jsonl'], /--prices absent\.json cannot be read: it does not exist/],
    [['--prices', 'vcrpy.yaml', 'trace.jsonl'], /--prices vcrpy\.yaml is no JSON/],
    [
      ['--prices', 'biome.json', 'trace.jsonl'],
      /--prices biome\.json is no table of prices: the table has a field "/,
    ],
    [['--price', 'x.json', 'trace.jsonl'], /unknown option '--price'/],
  ])('should say what is wrong with %j', async (args, line) => {
    expectClearLine(await runCommand(['bill', ...args], { cwd: FIXTURES }), 3, line);
  });

  it.runIf(existsSync(CORPUS))('should bill recordings of the service in every format', async () => {
    const printed = await bill(
      join(CORPUS, 'cloud-custodian.jsonl.gz'),
      join(CORPUS, 'go.jsonl.gz'),
      join(CORPUS, 'node.jsonl.gz'),
    );
    expect(printed.histories).toBe(64 + 278 + 27);
    const rules = new Set(printed.months.flatMap(({ lines }) => lines.flatMap((line) => line.rules)));
    expect([...rules].sort()).toEqual(['BL-01', 'BL-02', 'BL-03', 'BL-04', 'BL-05', 'BL-06']);
  });
});
