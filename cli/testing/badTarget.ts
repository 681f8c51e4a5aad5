import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { answerJson, type LocalServer, startHttp } from '../../adapters/rest/testing/localServer.ts';
import { type Ended, runCommand } from './commandLine.ts';

/** What a terminal would obey: colours, links, a change of direction. */
export const ESCAPES: string = '\u001b[31mred\u001b]8;;http://x\u0007\u0007\u009b2J\u202e';

/** The origin of a server that ends with the test. */
export async function closing(starting: Promise<LocalServer>): Promise<string> {
  const server = await starting;
  onTestFinished(() => server.close());
  return server.origin;
}

/** A server that answers the first look at it as a vault would, and everything after that as it likes. */
export function afterTheFirst(answer: (response: ServerResponse) => void): Promise<string> {
  let number = 0;
  return closing(
    startHttp((_request, response) => {
      number++;
      if (number === 1) answerJson(response, 200, { value: [], nextLink: null });
      else answer(response);
    }),
  );
}

/** Runs the command line against a URL, with 300 calls and a JSON report. */
export async function judge(url: string, out: string, ...more: readonly string[]): Promise<Ended> {
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
export function expectInconclusive(ended: Ended, out: string, reason: RegExp): void {
  const printed = JSON.parse(ended.stdout);
  expect(printed).toMatchObject({ verdict: 'inconclusive', divergences: [] });
  expect(printed.reason).toMatch(reason);
  expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))).toEqual(printed);
  expect(readFileSync(join(out, 'run.jsonl'), 'utf8')).toMatch(
    /^\{"type":"header".*\n(.*\n)*\{"type":"footer".*\n$/,
  );
}
