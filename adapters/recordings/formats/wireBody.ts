import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Json } from '../../../model/json.ts';
import { jsonStructureProblem } from './jsonSyntax.ts';
import { fail, type Place } from './place.ts';
import type { Headers } from './wireHeaders.ts';

/** What recorders are known to write in the place of a body that they hide. */
const REPLACEMENTS: ReadonlySet<Json> = new Set(['mock_body', 'Sanitized', 'REDACTED']);

const DECOMPRESSORS: Readonly<
  Record<string, (bytes: Uint8Array, limit: { maxOutputLength: number }) => Buffer>
> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** Whether a request's body is what a recorder puts in the place of one that it hides. */
export function isReplacement(body: Json | undefined): boolean {
  return body !== undefined && REPLACEMENTS.has(body);
}

/**
 * A body of which the recorder kept text: JSON where it is JSON, else the text, undefined where it is empty.
 * @param contentType The body's own, as far as it was recorded: what begins like an object is tried anyway.
 */
export function bodyFromText(text: string, contentType: string | undefined, place: Place): Json | undefined {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (plain === '') return undefined;
  if (!isJsonType(contentType) && !/^\s*[{[]/.test(plain)) return plain;
  if (jsonStructureProblem(plain, place.limits.nesting)?.problem.startsWith('nested')) {
    fail(place, `a body nested more than ${place.limits.nesting} levels deep`, 'Leave this entry out');
  }
  try {
    return JSON.parse(plain);
  } catch {
    return plain;
  }
}

/** A body of which the recorder kept the bytes, compressed or not; base64 where they are not text. */
export function bodyFromBytes(bytes: Uint8Array, headers: Headers, place: Place): Json | undefined {
  const plain = decompressed(bytes, headers['content-encoding'], place);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plain);
    return bodyFromText(text, headers['content-type'], place);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return Buffer.from(plain).toString('base64');
  }
}

/** Whether a content type means JSON: `application/json`, `application/problem+json`. */
export function isJsonType(contentType: string | undefined): boolean {
  return /^[^;]*[/+]json\b/i.test(contentType ?? '');
}

/** Undoes a content encoding. Recorders often undo it themselves and keep the header: what fails is taken as it is. */
function decompressed(bytes: Uint8Array, encoding: string | undefined, place: Place): Uint8Array {
  const decompress = DECOMPRESSORS[encoding?.trim().toLowerCase() ?? ''];
  if (decompress === undefined) return bytes;
  try {
    return decompress(bytes, { maxOutputLength: place.limits.body });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      fail(place, `a body of more than ${place.limits.body} bytes once decompressed`, 'Leave this entry out');
    }
    return bytes;
  }
}
