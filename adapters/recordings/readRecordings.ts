import { stat } from 'node:fs/promises';
import type { Json } from '../../model/json.ts';
import { readDocument } from './formats/documents.ts';
import { parseJson } from './formats/jsonText.ts';
import { LIMITS, type Limits } from './formats/limits.ts';
import { fail, type Place, within } from './formats/place.ts';
import { textChunks } from './formats/textChunks.ts';
import { TextReader } from './formats/textReader.ts';
import { isTrace, readTrace } from './formats/traces.ts';
import type { Recording, RunLog } from './recordedExchange.ts';

/** How far the reading is. */
export interface ReadingProgress {
  /** The file being read, as the caller named it. */
  readonly file: string;
  /** Its position among the files, from 1. */
  readonly position: number;
  readonly files: number;
  /** Bytes of this file read so far, as they are on disk; the reader is some way ahead of what it yields. */
  readonly bytes: number;
  /** Its size in bytes; absent when it is a pipe. */
  readonly size?: number;
  /** Recordings yielded so far, from all files. */
  readonly recordings: number;
  /** Exchanges in them. */
  readonly exchanges: number;
}

/** How recordings are read. */
export interface ReadingOptions {
  /** Told after each recording and at the end of each file. */
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** Other limits than the usual. */
  readonly limits?: Partial<Limits>;
}

/**
 * Reads recordings in any known format, compressed or not, one by one and in the order of the files and within them.
 * A file of traces is streamed: no more than a trace is held at a time. A log of this project's runs is yielded as
 * such, unread.
 * @throws RecordingError at the first thing that cannot be read; what was yielded before stands.
 */
export async function* readRecordings(
  paths: readonly string[],
  options: ReadingOptions = {},
): AsyncGenerator<Recording | RunLog> {
  const limits = { ...LIMITS, ...options.limits };
  let recordings = 0;
  let exchanges = 0;
  for (const [i, file] of paths.entries()) {
    let bytes = 0;
    const size = await sizeOf(file);
    const report = (): void =>
      options.onProgress?.({
        file,
        position: i + 1,
        files: paths.length,
        bytes,
        ...size,
        recordings,
        exchanges,
      });
    const onBytes = (more: number): void => {
      bytes += more;
    };
    for await (const recording of recordingsOf({ file, limits }, onBytes)) {
      recordings++;
      exchanges += recording.format === 'run-log' ? 0 : recording.exchanges.length;
      report();
      yield recording;
    }
    report();
  }
}

async function* recordingsOf(
  place: Place,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Recording | RunLog> {
  const reader = new TextReader(textChunks(place, onBytes), place);
  try {
    const first = await nextLine(reader, place.limits.document);
    if (first === undefined) fail(place, 'the file is empty', 'Give a file that was recorded');
    const head = maybeJson(first);
    if (isRunLogHeader(head)) {
      yield { id: place.file, format: 'run-log' };
    } else if (isTrace(head)) {
      yield* tracesOf(first, reader, place);
    } else {
      const blank = '\n'.repeat(reader.lines - 1);
      yield readDocument(`${blank}${first}\n${await reader.rest(place.limits.document)}`, place);
    }
  } finally {
    await reader.close();
  }
}

async function* tracesOf(first: string, reader: TextReader, place: Place): AsyncGenerator<Recording> {
  let line: string | undefined = first;
  while (line !== undefined) {
    yield readTrace(parseJson(line, place, reader.lines), within(place, `line ${reader.lines}`));
    line = await nextLine(reader, place.limits.line);
  }
}

async function nextLine(reader: TextReader, limit: number): Promise<string | undefined> {
  let line = await reader.line(limit);
  while (line !== undefined && line.trim() === '') line = await reader.line(limit);
  return line;
}

/** The value of a line that is JSON by itself; null for any other, which a document of many lines begins with. */
function maybeJson(line: string): Json {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isRunLogHeader(head: Json): boolean {
  return typeof head === 'object' && head !== null && 'type' in head && head.type === 'header';
}

async function sizeOf(file: string): Promise<{ size?: number }> {
  try {
    const stats = await stat(file);
    return stats.isFile() ? { size: stats.size } : {};
  } catch {
    // Opening the file will tell what is wrong with it.
    return {};
  }
}
