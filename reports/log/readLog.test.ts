import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../model/event.ts';
import { collect } from '../testing/collect.ts';
import { divergingLog, sampleExchange, sampleFooter, sampleHeader } from '../testing/sampleLog.ts';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import type { LogEntry } from './logEntry.ts';
import { LogError } from './logError.ts';
import { LogWriter } from './logWriter.ts';
import { readLog } from './readLog.ts';

async function readAll(path: string): Promise<readonly LogEntry[]> {
  return collect(readLog(path));
}

function writeLog(folder: string, events: readonly RunEvent[]): string {
  const writer = new LogWriter(folder);
  for (const event of events) writer.append(event);
  writer.close();
  return writer.path;
}

/** Writes text as a log and reads it. */
async function readText(text: string | Buffer): Promise<readonly LogEntry[]> {
  const path = join(temporaryFolder(), 'some.log');
  writeFileSync(path, text);
  return readAll(path);
}

const HEADER = `${JSON.stringify(sampleHeader())}\n`;
const EXCHANGE = `${JSON.stringify(sampleExchange(1))}\n`;
const FOOTER = `${JSON.stringify(sampleFooter())}\n`;

describe('readLog', { timeout: 30_000 }, () => {
  it('should give back what was written, whatever the texts in it', async () => {
    const text = fc.string({ unit: 'binary' }).map((value) => value.toWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(text), fc.dictionary(text, fc.jsonValue()), async (texts, options) => {
        const events: readonly RunEvent[] = [
          sampleHeader({ options: JSON.parse(JSON.stringify(options)) }),
          ...texts.map((note) => ({ type: 'note', level: 'info', text: note }) as const),
          sampleFooter(),
        ];
        expect(await readAll(writeLog(temporaryFolder(), events))).toEqual(events);
      }),
      { numRuns: 30 },
    );
  });

  it('should keep every whole line and tell the cut, wherever a log is cut', async () => {
    const folder = temporaryFolder();
    const whole = readFileSync(writeLog(folder, divergingLog()));
    const begin = whole.indexOf('\n');
    const path = join(folder, 'cut.jsonl');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: begin, max: whole.length - 2 }), async (end) => {
        writeFileSync(path, whole.subarray(0, end));
        const entries = await readAll(path);
        const lines = whole.subarray(0, end).toString('latin1').split('\n').length - 1;
        expect(entries.slice(0, lines)).toEqual(divergingLog().slice(0, lines));
        expect(entries.at(-1)).toMatchObject({ type: 'cut' });
      }),
      { numRuns: 200 },
    );
  });

  it('should read a log whose last line feed is missing as whole', async () => {
    expect((await readText(HEADER + FOOTER.trimEnd())).map((entry) => entry.type)).toEqual([
      'header',
      'footer',
    ]);
  });

  it('should never throw anything but a LogError, wherever a log is cut, plain or gzipped', async () => {
    const folder = temporaryFolder();
    const plain = readFileSync(writeLog(folder, divergingLog()));
    const path = join(folder, 'cut');
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), async (packed, part) => {
        const bytes = packed ? gzipSync(plain) : plain;
        writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length * part)));
        const outcome = await readAll(path).catch((fault: unknown) => fault);
        expect(Array.isArray(outcome) || outcome instanceof LogError).toBe(true);
      }),
    );
  });

  it('should give what a cut gzip file still holds', async () => {
    const exchanges = Array.from({ length: 3000 }, (_, index) => JSON.stringify(sampleExchange(index))).join(
      '\n',
    );
    const packed = gzipSync(`${HEADER}${exchanges}\n${FOOTER}`);
    const entries = await readText(packed.subarray(0, packed.length - 2000));
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.at(-1)).toMatchObject({ type: 'cut' });
  });

  it('should read a gzipped log whatever its name', async () => {
    const types = (await readText(gzipSync(HEADER + EXCHANGE + FOOTER))).map((entry) => entry.type);
    expect(types).toEqual(['header', 'exchange', 'footer']);
  });

  it('should tell damaged lines by number and what is wrong with them', async () => {
    const lines = [
      '{"type":"exchange","n":1',
      '[]',
      '{"type":"surprise"}',
      '{"type":"note","level":"info"}',
      JSON.stringify({ ...sampleExchange(1), rules: ['DL-01', 3] }),
      HEADER.trimEnd(),
      '\u0000\u0000',
    ];
    const text = `${HEADER}${lines.join('\n')}\n\n${EXCHANGE}${FOOTER}`;
    const entries = await readText(text);
    expect(entries.slice(1, -2)).toEqual([
      { type: 'damaged', line: 2, problem: 'it is not JSON' },
      { type: 'damaged', line: 3, problem: 'it is no event' },
      { type: 'damaged', line: 4, problem: 'its type "surprise" is none that a log has' },
      { type: 'damaged', line: 5, problem: 'text is not a string (note event)' },
      { type: 'damaged', line: 6, problem: 'rules[1] is not a string (exchange event)' },
      { type: 'damaged', line: 7, problem: 'it is a second header' },
      { type: 'damaged', line: 8, problem: 'it is not JSON' },
    ]);
    expect(entries.slice(-2).map((entry) => entry.type)).toEqual(['exchange', 'footer']);
  });

  it('should tell a missing footer', async () => {
    expect((await readText(HEADER + EXCHANGE)).at(-1)).toEqual({
      type: 'cut',
      line: 2,
      problem: 'the footer is missing',
    });
  });

  it('should tell bytes that are no UTF-8', async () => {
    const bad = Buffer.concat([
      Buffer.from(`${HEADER}{"type":"note`),
      Buffer.from([0xff, 0x0a]),
      Buffer.from(FOOTER),
    ]);
    expect((await readText(bad))[1]).toEqual({ type: 'damaged', line: 2, problem: 'it is not JSON' });
  });

  it.each([
    ['an empty file', '', 'is empty'],
    ['other text', 'hello\n', 'is no log of a run: its first line is no header (it is not JSON)'],
    ['a list in JSON', '[1]\n', 'is no log of a run'],
    ['a log without its header', EXCHANGE, 'its first line is of type exchange, no header'],
    ['a header that was cut', HEADER.slice(0, 100), 'ends before its first line does'],
    [
      'a newer log',
      HEADER.replace('"format":1', '"format":2'),
      'has format 2 and this version reads up to 1',
    ],
  ])('should refuse %s with a clear error', async (_, text, message) => {
    await expect(readText(text)).rejects.toThrow(LogError);
    await expect(readText(text)).rejects.toThrow(message);
  });

  it('should refuse what cannot be opened with a clear error', async () => {
    const folder = temporaryFolder();
    await expect(readAll(join(folder, 'none'))).rejects.toThrow(/none cannot be read: it does not exist/);
    await expect(readAll(folder)).rejects.toThrow(/cannot be read: it is a folder/);
    const broken = gzipSync(HEADER + FOOTER);
    broken.fill(0x55, 12, 40);
    await expect(readText(broken)).rejects.toThrow(LogError);
  });
});
