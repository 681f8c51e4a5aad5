import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCommand } from './testing/commandLine.ts';

const RECORD = fileURLToPath(new URL('../docs/track-record.md', import.meta.url));
const LOGS = fileURLToPath(new URL('../docs/track-record/logs/', import.meta.url));
const FILES: readonly string[] = readdirSync(LOGS);

interface Found {
  readonly signature: string;
  readonly cause: string;
}

/** The lines of a log. */
function linesOf(file: string): readonly { readonly type: string; readonly divergence?: Found }[] {
  const text = gunzipSync(readFileSync(join(LOGS, file))).toString();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The divergences of a log as it is judged now, without any target. */
async function judged(file: string): Promise<readonly Found[]> {
  const { code, stdout } = await runCommand(['check', join(LOGS, file), '--json']);
  expect(code).toBe(1);
  return JSON.parse(stdout).divergences;
}

describe('the logs of runs against emulators that others wrote', () => {
  it('should be small enough to be kept with the source', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(4);
    const bytes = FILES.map((file) => readFileSync(join(LOGS, file)).length).reduce((a, b) => a + b);
    expect(bytes).toBeLessThan(2 * 1024 * 1024);
  });

  it.each(FILES)('should hold no token, and no value as it was sent: %s', (file) => {
    const text = gunzipSync(readFileSync(join(LOGS, file))).toString();
    expect(text).not.toMatch(/Bearer [\w-]+\.[\w-]+|"authorization"\s*:/i);
    expect(text).not.toMatch(/"body":\{"value":"(?!<value:|"|<blob)/);
  });

  it.each(FILES)(
    'should show the same divergences whenever they are judged, each of them in the track record: %s',
    async (file) => {
      const recorded = linesOf(file).flatMap(({ divergence }) => divergence?.signature ?? []);
      const found = await judged(file);
      expect(found.map(({ signature }) => signature).sort()).toEqual([...new Set(recorded)].sort());
      const target = file.replace(/\..*$/, '');
      const section = sectionOf(target);
      for (const { cause } of found) expect(section, cause).toContain(`\`${cause.replaceAll('|', '\\|')}\``);
    },
    120_000,
  );
});

/** The part of the track record about a target: it names the target in its commands. */
function sectionOf(target: string): string {
  const sections = readFileSync(RECORD, 'utf8').split(/^## /m);
  return sections.find((section) => section.includes(`run --target ${target} --seed`)) ?? '';
}
