import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type BenchOptions, benchFault, complaints, type FaultResult } from './faultResult.ts';
import { FAULTS } from './faults/faults.ts';
import { resultTable } from './resultTable.ts';

/**
 * `node bench/main.ts [--calls N] [--seeds 1,2,3] [--only ID,ID] [--out FILE]`: for each fault, demonstrates it, and
 * explores an emulator that has it with the settings that `run` has by default. Ends with 1 when one was not found.
 */
const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '2000' },
    seeds: { type: 'string', default: '1,2,3' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
});
const options: BenchOptions = {
  calls: wholeNumber('--calls', values.calls),
  seeds: values.seeds.split(',').map((seed) => wholeNumber('--seeds', seed)),
};
const started = performance.now();
const results: FaultResult[] = [];
for (const fault of chosen(values.only?.split(','))) {
  const result = await benchFault(fault, options);
  results.push(result);
  process.stderr.write(`${lineOf(result)}\n`);
}
const report = reportOf(results);
if (values.out === undefined) process.stdout.write(report);
else writeFileSync(values.out, report);
if (results.some(({ detections }) => detections.some(({ first }) => !first))) process.exitCode = 1;

function chosen(ids: readonly string[] | undefined): typeof FAULTS {
  const unknown = ids?.find((id) => !FAULTS.some((fault) => fault.id === id));
  if (unknown !== undefined) {
    throw new RangeError(`--only: there is no fault '${unknown}'; bench/faults/faults.ts lists them.`);
  }
  return FAULTS.filter(({ id }) => ids?.includes(id) ?? true);
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new RangeError(`${option} takes whole numbers above 0, not '${text}'.`);
}

function lineOf(result: FaultResult): string {
  const calls = result.detections.map(({ explored, first }) => (first ? explored : '-')).join(' / ');
  return [result.fault.id, calls, ...complaints(result)].join('  ');
}

function reportOf(all: readonly FaultResult[]): string {
  const found = all.flatMap(({ detections }) => detections).filter(({ first }) => first).length;
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  return `# Seeded faults: how soon they are found

${all.length} faults, each put alone into a copy of the embedded emulator and explored with default settings until the
first divergence, at most ${options.calls} calls, with the seeds ${options.seeds.join(', ')}: ${found} of ${all.length * options.seeds.length} explorations found it.
Numbers stand for the seeds in this order. A step is a call, a whole list, or a passing of time.

\`\`\`
node bench/main.ts ${process.argv.slice(2).join(' ')}
\`\`\`

Node ${process.version}, ${availableParallelism()} cores, ${minutes} minutes.

${resultTable(all)}
`;
}
