import { expect, it } from 'vitest';
import { recordedCalls } from './observations.ts';
import type { RecordedExchange, Recording } from './recordedExchange.ts';

const FIRST = '/secrets/a';

function exchange(n: number, path: string, date: number): RecordedExchange {
  return {
    n,
    method: 'GET',
    host: 'vault-1.vault.azure.net',
    path,
    query: { 'api-version': '7.4' },
    requestBody: undefined,
    status: 404,
    headers: {},
    body: { error: { code: 'SecretNotFound', message: 'Secret not found: a' } },
    plane: 'data',
    date,
  };
}

function forks(exchanges: readonly RecordedExchange[], excerpt = false): readonly boolean[] {
  const recording: Recording = {
    id: 'a',
    format: 'trace',
    requestBodiesRecorded: true,
    excerpt,
    looseOrder: false,
    exchanges,
  };
  return [...recordedCalls(recording)].flatMap((call) => ('command' in call ? [call.mayBeAnotherRun] : []));
}

it('should see another run begin after a pause only with the call that the first began with', () => {
  expect(forks([exchange(1, FIRST, 0), exchange(2, '/secrets/b', 300)])).toEqual([false, false]);
  expect(forks([exchange(1, FIRST, 0), exchange(2, FIRST, 300)])).toEqual([false, true]);
  expect(forks([exchange(1, FIRST, 0), exchange(2, FIRST, 60)])).toEqual([false, false]);
});

it('should see another run begin wherever time goes back or more than an hour is gone', () => {
  expect(forks([exchange(1, FIRST, 4000), exchange(2, '/secrets/b', 3900)])).toEqual([false, true]);
  expect(forks([exchange(1, FIRST, 0), exchange(2, '/secrets/b', 3700)])).toEqual([false, true]);
});

it('should take calls that were made at once for those of one run, and what was pasted from another for another', () => {
  expect(forks([exchange(1, FIRST, 100), exchange(2, '/secrets/b', 95)])).toEqual([false, false]);
  expect(forks([exchange(1, FIRST, 100), exchange(2, '/secrets/b', 94)])).toEqual([false, true]);
});

it('should hold the calls of an excerpt to a vault together', () => {
  expect(forks([exchange(1, FIRST, 0), exchange(2, FIRST, 10)], true)).toEqual([false, false]);
});
