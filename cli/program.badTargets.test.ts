import { readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  answerJson,
  type LocalServer,
  startHttp,
  startHttps,
  startTcp,
} from '../adapters/rest/testing/localServer.ts';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';
import { expectClearLine } from './testing/clearLine.ts';
import { type Ended, runCommand } from './testing/commandLine.ts';
import { startFaultyProxy } from './testing/faultyProxy.ts';

const ESCAPES = '\u001b[31mred\u001b]8;;http://x\u0007\u0007\u009b2J\u202e';

async function closing(starting: Promise<LocalServer>): Promise<string> {
  const server = await starting;
  onTestFinished(() => server.close());
  return server.origin;
}

/** A server that answers the first look at it as a vault would, and everything after that as it likes. */
function afterTheFirst(answer: (response: ServerResponse) => void): Promise<string> {
  let number = 0;
  return closing(
    startHttp((_request, response) => {
      number++;
      if (number === 1) answerJson(response, 200, { value: [], nextLink: null });
      else answer(response);
    }),
  );
}

async function judge(url: string, out: string, ...more: readonly string[]): Promise<Ended> {
  const args = [
    'run',
    '--target',
    url,
    '--budget',
    '300calls',
    '--seed',
    '1',
    '--timeout',
    '1.5',
    '--out',
    out,
  ];
  return runCommand([...args, '--json', ...more]);
}

/** Checks that nothing was concluded, and that JSON and reports say so too. */
function expectInconclusive(ended: Ended, out: string, reason: RegExp): void {
  const printed = JSON.parse(ended.stdout);
  expect(printed).toMatchObject({ verdict: 'inconclusive', divergences: [] });
  expect(printed.reason).toMatch(reason);
  expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))).toEqual(printed);
  expect(readFileSync(join(out, 'run.jsonl'), 'utf8')).toMatch(
    /^\{"type":"header".*\n(.*\n)*\{"type":"footer".*\n$/,
  );
}

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
    /asks for a token and was given none: 401 \(.*\)\. Give a token in KEYVAULT_CONFORMANCE_TOKEN/,
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
});

/** A target that is silent for good is waited for many times over. */
const BRIEF = ['--timeout', '0.7'];

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
});

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
