import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { RecordingError } from '../recordingError.ts';
import type { Place } from './place.ts';

/**
 * The text of a file, piece by piece, decompressed where its first two bytes say gzip. Needs no seeking, so a pipe
 * will do.
 * @param onBytes Told the size of each piece as read from the file, in bytes.
 * @throws RecordingError when the file cannot be read, its gzip is damaged, or it is not UTF-8.
 */
export async function* textChunks(place: Place, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of plainBytes(fileBytes(place.file, onBytes))) {
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    throw unreadable(place, error);
  }
}

async function* fileBytes(file: string, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file)) {
    onBytes(chunk.length);
    yield chunk;
  }
}

async function* plainBytes(source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await source.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  if (head[0] === 0x1f && head[1] === 0x8b) {
    yield* pipeline(Readable.from(joined(head, source)), createGunzip(), () => {});
  } else {
    yield* joined(head, source);
  }
}

async function* joined(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield head;
    yield* rest;
  } finally {
    // Who stops at the head has not come to the rest, whose file is open.
    await rest.return(undefined);
  }
}

function unreadable(place: Place, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [problem, remedy] = explanation(code);
  return problem === undefined ? error : new RecordingError(place.file, place.at, problem, remedy);
}

function explanation(code: string): [problem: string, remedy: string] | [undefined] {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return ['there is no such file', 'Check the path'];
    case 'EISDIR':
      return ['this is a directory', 'Name the files in it'];
    case 'EACCES':
    case 'EPERM':
      return ['the file may not be read', 'Give this user permission to read it'];
    case 'Z_DATA_ERROR':
      return ['the gzip data is damaged', 'Copy or download the file again'];
    case 'Z_BUF_ERROR':
      return ['the gzip data is cut short', 'Copy or download the file again'];
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return ['the text is not UTF-8', 'Save it as UTF-8, or unpack it first if it is an archive'];
    default:
      return /^(?:E[A-Z0-9]+|Z_\w+)$/.test(code)
        ? [`reading failed with ${code}`, 'Check the file and the disk it is on']
        : [undefined];
  }
}
