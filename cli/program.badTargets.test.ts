import { readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerJson, startHttp, startHttps, startTcp } from '../adapters/rest/testing/localServer.ts';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';
import { closing, ESCAPES, expectInconclusive, judge } from './testing/badTarget.ts';
import { expectClearLine } from './testing/clearLine.ts';
import { runCommand } from './testing/commandLine.ts';

/** Ways in which the first answer is none of a vault. */
const STRANGERS: readonly (readonly [string, RegExp, (response: ServerResponse) => void])[] = [
  ['is a page', /answered 200 with a body that is HTML/, (r) => r.end('<html>hello</html>')],
  [
    'knows no such page',
    /answered 404 with a page of HTML/,
    (r) => r.writeHead(404).end('<!doctype html><title>Not found</title>'),
  ],
  ['is broken JSON', /a body that is not JSON/, (r) => r.end('{"value": [')],
  [
    'redirects',
    /answered 302 to https:\/\/elsewhere\.example\/; redirects are not followed/,
    (r) => r.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
  ],
  ['never comes', /no whole reply within 1\.5 s/, () => {}],
  [
    'ends in its middle',
    /the connection broke before the whole reply was there/,
    (r) => {
      r.writeHead(200, { 'content-length': '1000' }).write('{"va');
      setTimeout(() => r.destroy(), 20);
    },
  ],
  [
    'never ends',
    /no whole reply within|larger than \d+ bytes/,
    (r) => {
      const drip = setInterval(() => r.write(' '.repeat(1 << 20)), 1);
      r.on('close', () => clearInterval(drip));
    },
  ],
  [
    'nests without end',
    /nested deeper than 64 levels/,
    (r) => r.end(`${'['.repeat(99_999)}${']'.repeat(99_999)}`),
  ],
  [
    'refuses the caller',
    /refuses a token made up for the run, which nobody signed: 401 \(.*\)\. Give a token in KEYVAULT_CONFORMANCE_TOKEN/,
    (r) => answerJson(r, 401, { error: { code: 'Unauthorized', message: ESCAPES } }),
  ],
];

describe('the command line, of a target that cannot be asked', { timeout: 60_000 }, () => {
  it.each(STRANGERS)('should say so when its answer %s', async (_what, reason, answer) => {
    const out = join(temporaryFolder(), 'out');
    const url = await closing(startHttp((_request, response) => answer(response)));
    const ended = await judge(url, out);
    expectClearLine(ended, 2, new RegExp(`^keyvault-conformance: ${url}.*${reason.source}.*\n$`));
    expectInconclusive(ended, out, reason);
  });

  it('should say so when nobody answers', async () => {
    const server = await startTcp(() => {});
    await server.close();
    const out = join(temporaryFolder(), 'out');
    const ended = await judge(server.origin, out);
    expectClearLine(ended, 2, /no connection \(.*ECONNREFUSED.*\)\. Is the target started/);
    expectInconclusive(ended, out, /no connection/);
  });

  it('should say so when its certificate is not one to trust', async () => {
    const out = join(temporaryFolder(), 'out');
    const url = await closing(startHttps((_request, response) => response.end()));
    const ended = await judge(url, out);
    expectClearLine(
      ended,
      2,
      /its certificate is not accepted \(.*\)\. Give .* --ca FILE, or take any with --insecure/,
    );
    expectInconclusive(ended, out, /certificate/);
  });

  it('should say so when a token has expired', async () => {
    const out = join(temporaryFolder(), 'out');
    const url = await closing(
      startHttp((_request, response) => answerJson(response, 401, { error: { message: 'IDX10223' } })),
    );
    const payload = Buffer.from('{"exp":1700000000}').toString('base64url');
    const file = join(temporaryFolder(), 'token');
    writeFileSync(file, `eyJhbGciOiJub25lIn0.${payload}.`);
    const ended = await judge(url, out, '--token-command', `cat ${file}`);
    expectClearLine(
      ended,
      2,
      /refuses the token of --token-command, which expired at 2023-11-14T22:13:20Z: 401 \(IDX/,
    );
    expect(readFileSync(join(out, 'run.jsonl'), 'utf8')).not.toContain(payload);
  });

  it('should say so when it refuses the api-version', async () => {
    const out = join(temporaryFolder(), 'out');
    const ended = await runCommand(['run', '--api-version', '7.99', '--json', '--out', out]);
    expectInconclusive(ended, out, /^--api-version 7\.99: the target refuses it, and takes 7\.4$/);
  });
});
