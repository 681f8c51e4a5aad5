import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const CORPUS = new URL('../../../shared/azure-traces/', import.meta.url);
/** What the corpus says of itself: traces and steps in all, the transcribed ones included. */
const TRACES = 6_053 + 11;
const STEPS = 186_633 + 88;

const COUNTING = `
  const { readRecordings } = await import(process.argv[1]);
  let traces = 0, steps = 0, transcribed = 0;
  for await (const { excerpt, exchanges } of readRecordings(process.argv.slice(2))) {
    traces += 1;
    steps += exchanges.length;
    transcribed += excerpt ? 1 : 0;
  }
  console.log(JSON.stringify({ traces, steps, transcribed }));
`;

describe('the corpus of real traffic', () => {
  it('should be read whole, in half a minute and in 64 MiB', { timeout: 60_000 }, async () => {
    if (!existsSync(CORPUS)) {
      console.warn('The corpus of real traffic is not beside this checkout: nothing was read.');
      return;
    }
    const files = readdirSync(CORPUS).filter((name) => name.endsWith('.jsonl.gz'));
    const reader = new URL('readRecordings.ts', import.meta.url).href;
    const began = performance.now();
    // The largest file is 70 MB unpacked: a reader that held it would not fit.
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--max-old-space-size=64',
      '--input-type=module',
      '--eval',
      COUNTING,
      reader,
      ...files.map((name) => new URL(name, CORPUS).pathname),
    ]);
    expect(JSON.parse(stdout)).toEqual({ traces: TRACES, steps: STEPS, transcribed: 11 });
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
