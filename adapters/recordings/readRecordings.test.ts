import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ReadingOptions, type ReadingProgress, readRecordings } from './readRecordings.ts';
import { RecordingError } from './recordingError.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recordings-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function ids(paths: readonly string[], options?: ReadingOptions): Promise<string[]> {
  const found: string[] = [];
  for await (const { id, format } of readRecordings(paths, options)) found.push(`${format} ${id}`);
  return found;
}

/** The one error that reading ends with, its path shortened to the file's name. */
async function refusal(path: string, options?: ReadingOptions): Promise<string> {
  const error = await ids([path], options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RecordingError);
  const { message } = error as RecordingError;
  expect(message).not.toContain('\n');
  return message.replace(`${folder}/`, '');
}

const step = {
  n: 1,
  plane: 'data',
  method: 'GET',
  host: 'vault-1.vault.azure.net',
  path: '/secrets',
  status: 200,
};

function trace(id: string): string {
  return JSON.stringify({ id, requestBodiesRecorded: true, steps: [step] });
}

describe('readRecordings', () => {
  it('should read the recordings of several files in order', async () => {
    const first = await file('first.jsonl', `${trace('a')}\n${trace('b')}\n`);
    const second = await file('second.jsonl', trace('c'));
    expect(await ids([second, first])).toEqual(['trace c', 'trace a', 'trace b']);
  });

  it('should tell gzip by its first bytes and not by the name of the file', async () => {
    const packed = await file('packed.json', gzipSync(`${trace('a')}\n${trace('b')}`));
    const plain = await file('plain.jsonl.gz', trace('c'));
    expect(await ids([packed, plain])).toEqual(['trace a', 'trace b', 'trace c']);
  });

  it('should read gzip of several parts, as appending makes it', async () => {
    const parts = Buffer.concat([gzipSync(`${trace('a')}\n`), gzipSync(`${trace('b')}\n`)]);
    expect(await ids([await file('parts.gz', parts)])).toEqual(['trace a', 'trace b']);
  });

  it('should take the ends of lines and the byte order mark of Windows', async () => {
    const text = `\uFEFF${trace('a')}\r\n\r\n${trace('b')}\r\n`;
    expect(await ids([await file('windows.jsonl', text)])).toEqual(['trace a', 'trace b']);
  });

  it('should read a single trace that is spread over lines', async () => {
    const text = JSON.stringify(JSON.parse(trace('spread')), undefined, 2);
    expect(await ids([await file('spread.json', text)])).toEqual(['trace spread']);
  });

  it('should tell a log of runs by its header, and leave it to its own reader', async () => {
    const log = await file('run.jsonl', '{"type":"header","format":1}\n{"type":"vault"}\nnot even JSON');
    expect(await ids([log])).toEqual([`run-log ${log}`]);
  });

  it('should read from a pipe', async () => {
    const packed = await file('piped.jsonl', gzipSync(trace('piped')));
    const script = await file(
      'reader.mjs',
      `const { readRecordings } = await import(process.argv[2]);
       for await (const { id } of readRecordings(['/dev/stdin'])) console.log(id);`,
    );
    const reader = new URL('readRecordings.ts', import.meta.url).href;
    const command = 'cat "$0" | "$1" "$2" "$3"';
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      command,
      packed,
      process.execPath,
      script,
      reader,
    ]);
    expect(stdout).toBe('piped\n');
  });

  it('should let go of a file when its caller has seen enough', async () => {
    const path = await file('enough.jsonl', `${trace('a')}\n`.repeat(50_000));
    const open = (): number => readdirSync('/dev/fd').length;
    const before = open();
    for (let i = 0; i < 10; i++) {
      for await (const { id } of readRecordings([path])) {
        expect(id).toBe('a');
        break;
      }
    }
    await vi.waitFor(() => expect(open()).toBeLessThan(before + 5));
  });

  it('should tell how far it is', async () => {
    const path = await file('progress.jsonl', `${trace('a')}\n${trace('b')}\n`);
    const seen: ReadingProgress[] = [];
    await ids([path], { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ recordings, exchanges }) => [recordings, exchanges])).toEqual([
      [1, 1],
      [2, 2],
      [2, 2],
    ]);
    const size = trace('a').length * 2 + 2;
    expect(seen.at(-1)).toMatchObject({ file: path, position: 1, files: 1, bytes: size, size });
  });

  it('should yield what comes before a broken line, and then name the line', async () => {
    const path = await file('broken.jsonl', `${trace('a')}\n\n${trace('b').slice(0, -2)}\n`);
    const found: string[] = [];
    const reading = (async () => {
      for await (const { id } of readRecordings([path])) found.push(id);
    })();
    await expect(reading).rejects.toThrow(
      `${path}, line 3, column ${trace('b').length - 1}: broken JSON: the text ends too early.`,
    );
    expect(found).toEqual(['a']);
  });

  it.each([
    ['a file that is missing', 'there is no such file. Check the path.', undefined],
    ['an empty file', 'the file is empty. Give a file that was recorded.', ''],
    ['a file of blank lines', 'the file is empty. Give a file that was recorded.', '\n \n'],
    ['gzip that is cut short', 'the gzip data is cut short.', gzipSync(trace('a')).subarray(0, -12)],
    ['gzip that is damaged', 'the gzip data is damaged.', gzipSync(trace('a')).fill(7, 20, 40)],
    ['text that is not UTF-8', 'the text is not UTF-8.', Buffer.from(`\uFEFF${trace('a')}`, 'utf16le')],
    ['an archive', 'the text is not UTF-8.', Buffer.from('504b0304140000000800fffe', 'hex')],
    ['a picture of nothing known', 'this is no recording of a known format. Known are: trace JSONL', 'hello'],
    ['JSON of no known kind', 'this is no recording of a known format.', '{"name": "x"}'],
    ['a list', 'this is no recording of a known format.', '[1, 2]'],
  ])('should refuse %s', async (name, problem, content) => {
    const path = content === undefined ? join(folder, name) : await file(name, content);
    expect(await refusal(path)).toContain(`${name}: ${problem}`);
  });

  it('should refuse a directory', async () => {
    expect(await refusal(folder)).toMatch(/: this is a directory\. Name the files in it\.$/);
  });

  it('should refuse a line or a document beyond its limit', async () => {
    const long = `${trace('a')}\n${trace('b'.repeat(300))}`;
    expect(await refusal(await file('long.jsonl', long), { limits: { line: 300 } })).toBe(
      'long.jsonl, line 2: longer than 300 characters. Split it; no recorder is known to write one so long.',
    );
    const bomb = gzipSync(`{"Entries":\n[${' '.repeat(1 << 20)}]}`);
    expect(await refusal(await file('bomb.gz', bomb), { limits: { document: 1 << 16 } })).toMatch(
      /^bomb.gz: longer than 65536 characters/,
    );
  });

  it('should never quote a recording in an error', async () => {
    const secret = 'hunter2';
    const texts = [
      `{"Entries": [{"RequestUri": "${secret}`,
      `{"Entries": [{"RequestUri": ${secret}}]}`,
      `{"Entries": [{"RequestUri": "\\x${secret}"}]}`,
      `interactions:\n- "${secret}\n  x: [`,
      `nock('https://x').get('/a').reply(200, {"value": ${secret}})`,
      `{"Entries": [{"RequestUri": "https://x/", "RequestMethod": "GET", "StatusCode": "${secret}"}]}`,
    ];
    for (const [i, text] of texts.entries()) {
      expect(await refusal(await file(`secret-${i}`, text))).not.toContain(secret);
    }
  });
});
