import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerJson } from '../adapters/rest/testing/localServer.ts';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';
import { afterTheFirst, ESCAPES, expectInconclusive, judge } from './testing/badTarget.ts';
import { expectClearLine } from './testing/clearLine.ts';
import { runCommand } from './testing/commandLine.ts';
import { startFaultyProxy } from './testing/faultyProxy.ts';

describe('the command line, of a target that is hostile', { timeout: 60_000 }, () => {
  it('should show what it says without obeying it', async () => {
    const out = join(temporaryFolder(), 'out');
    const url = await startFaultyProxy((number, response) => {
      if (number <= 30) return 'pass';
      answerJson(response, 400, { error: { code: `Bad${ESCAPES}`, message: ESCAPES } });
      return 'answered';
    });
    const ended = await runCommand([
      'run',
      '--target',
      url,
      '--budget',
      '60calls',
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

  it('should conclude nothing of one that grants nothing at all', async () => {
    const out = join(temporaryFolder(), 'out');
    const url = await afterTheFirst((response) => answerJson(response, 404, 'no such page'));
    const ended = await judge(url, out);
    expectClearLine(ended, 2, /Is this a vault's address/);
    expectInconclusive(ended, out, /each of the first 40 calls was refused \(the last one: 404/);
  });

  it('should not wait for what it never purges', async () => {
    const out = join(temporaryFolder(), 'out');
    const url = await startFaultyProxy((_number, response, { method, url: asked }) => {
      if (method !== 'DELETE' || !asked.startsWith('/deletedsecrets/')) return 'pass';
      answerJson(response, 403, { error: { code: 'Forbidden', message: 'never' } });
      return 'answered';
    });
    const ended = await judge(url, out, '--kinds', 'secret', '--timeout', '10');
    const { divergences, notes } = JSON.parse(ended.stdout);
    const causes = new Set(divergences.map(({ cause }: { cause: string }) => cause));
    expect([...causes].sort()).toEqual(['PG-01 | status 403', 'PG-03 | status 403']);
    expect(JSON.stringify(notes)).toContain('(deleted)');
  });

  it('should try no more than a few times what it does not have', async () => {
    const out = join(temporaryFolder(), 'out');
    const url = await startFaultyProxy((_number, response, { url: asked }) => {
      if (!asked.startsWith('/deletedsecrets')) return 'pass';
      answerJson(response, 404, { error: { code: 'NotFound', message: 'no route' } });
      return 'answered';
    });
    const ended = await judge(url, out, '--kinds', 'secret', '--strategy', 'walk', '--timeout', '10');
    const { divergences } = JSON.parse(ended.stdout);
    const listed = divergences.find(
      ({ operation }: { operation: string }) => operation === 'ListDeletedSecrets',
    );
    expect(listed.cause).toBe('no listDeleted secret');
    expect(listed.count).toBeLessThan(60);
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
