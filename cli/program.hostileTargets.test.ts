import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerJson } from '../adapters/rest/testing/localServer.ts';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';
import { afterTheFirst, ESCAPES, judge } from './testing/badTarget.ts';
import { expectClearLine } from './testing/clearLine.ts';
import { runCommand } from './testing/commandLine.ts';

describe('the command line, of a target that is hostile', { timeout: 60_000 }, () => {
  it('should show what it says without obeying it', async () => {
    const out = join(temporaryFolder(), 'out');
    const url = await afterTheFirst((response) =>
      answerJson(response, 400, { error: { code: `Bad${ESCAPES}`, message: ESCAPES } }),
    );
    const ended = await runCommand([
      'run',
      '--target',
      url,
      '--budget',
      '10calls',
      '--seed',
      '1',
      '--out',
      out,
    ]);
    expectClearLine(ended, 1, /^Found/m);
    expect(ended.stdout).toContain('\\u{1b}[31mred');
    for (const file of ['report.md', 'junit.xml', 'report.json']) {
      expect(readFileSync(join(out, file), 'utf8')).not.toMatch(/[[\p{Cc}\p{Cf}]--[\n]]/v);
    }
  });

  it('should survive fields that no object should have', async () => {
    const out = join(temporaryFolder(), 'out');
    const url = await afterTheFirst((response) =>
      response.end(
        '{"__proto__":{"a":1},"constructor":1,"id":"__proto__","value":[{"id":7},null],"nextLink":"x"}',
      ),
    );
    const ended = await judge(url, out);
    expectClearLine(ended, 1, /^Found/m);
    expect(JSON.parse(ended.stdout).verdict).toBe('diverges');
  });
});
