import { describe, expect, it } from 'vitest';
import { readRecordings } from './readRecordings.ts';
import type { RecordedExchange, Recording, RunLog } from './recordedExchange.ts';

/** One story, told by every recorder: a challenge, set, delete, a read that fails, the deleted ones, purge. */
const STORY = 'trace.jsonl';

interface Sample {
  readonly file: string;
  readonly format: Recording['format'];
  readonly requestBodiesRecorded: boolean;
  /** What the recorder keeps otherwise. */
  readonly differs: Partial<RecordedExchange>;
}

const plain = { requestBodiesRecorded: true, differs: {} };
const noBodies = { requestBodiesRecorded: false, differs: { requestBody: 'unrecorded' } } as const;

const SAMPLES: readonly Sample[] = [
  { file: 'test-proxy.json', format: 'test-proxy', ...plain },
  { file: 'http-recorder.json', format: 'http-recorder', ...plain },
  { file: 'vcrpy.yaml', format: 'vcr', ...plain },
  { file: 'vcrpy.json', format: 'vcr', ...plain },
  { file: 'go-vcr.yaml', format: 'vcr', ...plain },
  { file: 'nock-12.js.txt', format: 'nock', ...plain },
  { file: 'nock-15.js.txt', format: 'nock', ...plain },
  { file: 'nock-15.json', format: 'nock', ...plain },
  {
    file: 'test-recorder.js.txt',
    format: 'nock',
    requestBodiesRecorded: true,
    differs: { query: 'unrecorded' },
  },
  { file: 'browser.json', format: 'js-browser', ...plain },
  {
    file: 'azure-core-test.json',
    format: 'network-calls',
    requestBodiesRecorded: false,
    differs: { requestBody: 'unrecorded', host: 'redacted.vault.azure.net' },
  },
  { file: 'cpp.json', format: 'network-calls', ...noBodies },
];

async function sample(file: string): Promise<Recording> {
  const path = new URL(`fixtures/${file}`, import.meta.url).pathname;
  const read: (Recording | RunLog)[] = [];
  for await (const one of readRecordings([path])) read.push(one);
  const [recording] = read;
  if (read.length !== 1 || recording === undefined || recording.format === 'run-log') {
    throw new Error(`${file} should hold one recording`);
  }
  return recording;
}

/** What every recorder keeps, without the headers that only some do. */
function comparable({ headers, ...exchange }: RecordedExchange): unknown {
  return {
    ...exchange,
    challenge: headers['www-authenticate'],
    version: headers['x-ms-keyvault-service-version'],
  };
}

describe('the samples', () => {
  it.each(SAMPLES)(
    'should tell the same story from $file',
    async ({ file, format, requestBodiesRecorded, differs }) => {
      const { exchanges } = await sample(STORY);
      const recording = await sample(file);
      expect(recording).toMatchObject({ format, requestBodiesRecorded, excerpt: false });
      expect(recording.exchanges.map(comparable)).toEqual(
        exchanges.map((one) => comparable({ ...one, ...differs })),
      );
    },
  );

  it('should tell the same story from a browser archive, behind the page that made the calls', async () => {
    const { exchanges } = await sample(STORY);
    const { format, exchanges: archived } = await sample('playwright.har');
    expect(format).toBe('har');
    expect(archived[0]).toMatchObject({ n: 1, method: 'GET', path: '/page' });
    expect(archived.slice(1).map(comparable)).toEqual(
      exchanges.map((one) => comparable({ ...one, n: one.n + 1, date: (one.date ?? 0) + 1 })),
    );
  });

  it('should tell the same story from old nock files, which hide the bodies of some requests', async () => {
    const { exchanges } = await sample(STORY);
    const old = await sample('old-nock.js.txt');
    expect(old).toMatchObject({ format: 'nock', requestBodiesRecorded: false });
    expect(old.exchanges.map(comparable)).toEqual(
      exchanges.map((one) => comparable(one.method === 'PUT' ? { ...one, requestBody: 'unrecorded' } : one)),
    );
  });

  it('should keep no cookies', async () => {
    const { exchanges } = await sample('vcrpy.yaml');
    expect(exchanges.some(({ headers }) => 'set-cookie' in headers)).toBe(false);
    expect(exchanges.every(({ headers }) => 'keep-alive' in headers)).toBe(true);
  });
});
