import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerJson } from '../adapters/rest/testing/localServer.ts';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';
import { afterTheFirst, ESCAPES, expectInconclusive, judge } from './testing/badTarget.ts';
import { expectClearLine } from './testing/clearLine.ts';
import { startFaultyProxy } from './testing/faultyProxy.ts';

/** A target that is silent for good is waited for many times over. */
const BRIEF = ['--timeout', '0.3'];

/** Ways in which a target stops answering. */
const FAILURES: readonly (readonly [string, (response: ServerResponse) => void])[] = [
  ['500', (r) => answerJson(r, 500, { error: { code: 'InternalServerError', message: ESCAPES } })],
  ['nothing', () => {}],
  ['broken JSON', (r) => r.end('{"value": [')],
  ['half a reply', (r) => r.writeHead(200, { 'content-length': '9' }).write('{', () => r.destroy())],
];

describe('the command line, of a target that stops answering', { timeout: 90_000 }, () => {
  it.each(FAILURES)('should conclude nothing when all that comes is %s', async (_what, answer) => {
    const out = join(temporaryFolder(), 'out');
    const ended = await judge(await afterTheFirst(answer), out, ...BRIEF);
    expectClearLine(ended, 2, /^keyvault-conformance: .*8 calls in a row.*\n$/m);
    expectInconclusive(ended, out, /8 calls in a row brought no answer that could be read \(the last one: /);
  });

  it.each(FAILURES)(
    'should conclude nothing when %s is all that comes in the middle',
    async (_what, answer) => {
      const out = join(temporaryFolder(), 'out');
      const url = await startFaultyProxy((number, response) => {
        if (number <= 60) return 'pass';
        answer(response);
        return 'answered';
      });
      const ended = await judge(url, out, ...BRIEF);
      expectClearLine(ended, 2, /^keyvault-conformance: .*8 calls in a row.*\n$/m);
      expectInconclusive(ended, out, /8 calls in a row/);
      expect(Object.values(JSON.parse(ended.stdout).rules)).toContain('exercised');
    },
  );

  it('should take single failures for trouble', async () => {
    const out = join(temporaryFolder(), 'out');
    const url = await startFaultyProxy((number, response) => {
      if (number % 37 !== 0) return 'pass';
      answerJson(response, 500, { error: { code: 'InternalServerError', message: 'now and then' } });
      return 'answered';
    });
    const ended = await judge(url, out, '--budget', '100calls');
    expectClearLine(ended, 0, /^/);
    const report = JSON.parse(ended.stdout);
    expect(report).toMatchObject({ verdict: 'conforms', divergences: [] });
    expect(report.troubles.length).toBeGreaterThan(0);
  });

  it('should not hold a wrong answer against a target when it does not come again', async () => {
    const out = join(temporaryFolder(), 'out');
    const url = await startFaultyProxy((number, response) => {
      if (number !== 40) return 'pass';
      response.writeHead(418).end();
      return 'answered';
    });
    const ended = await judge(url, out, '--budget', '100calls');
    expectClearLine(ended, 0, /^/);
    expect(JSON.parse(ended.stdout)).toMatchObject({ verdict: 'conforms', divergences: [] });
    expect(JSON.parse(ended.stdout).flaky).toHaveLength(1);
  });
});
