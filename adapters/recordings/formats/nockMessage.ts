import type { Json } from '../../../model/json.ts';
import { type RecordedExchange, UNRECORDED } from '../recordedExchange.ts';
import type { Literal } from './nockLiteral.ts';
import type { Place } from './place.ts';
import { bodyFromBytes, bodyFromText } from './wireBody.ts';
import { type Headers, headersFromObject, headersFromPairs } from './wireHeaders.ts';

/** A request's body as nock has it: parsed where it was JSON; `*` where older recorders hid it. */
export function nockRequestBody(given: Literal, place: Place): RecordedExchange['requestBody'] {
  if (given === undefined || given === null || given === '') return undefined;
  if (given === '*') return UNRECORDED;
  if (given instanceof Uint8Array) return bodyFromBytes(given, {}, place);
  return typeof given === 'string' ? bodyFromText(given, undefined, place) : given;
}

/** An answer's body as nock has it: parsed where it was JSON; in hex, whole or in pieces, where it was compressed. */
export function nockReplyBody(given: Literal, headers: Headers, place: Place): Json | undefined {
  if (given === undefined || given === null || given === '') return undefined;
  if (given instanceof Uint8Array) return bodyFromBytes(given, headers, place);
  const pieces = Array.isArray(given) ? given : [given];
  if (headers['content-encoding'] !== undefined && pieces.every(isHex)) {
    return bodyFromBytes(Buffer.from(pieces.join(''), 'hex'), headers, place);
  }
  return typeof given === 'string' ? bodyFromText(given, headers['content-type'], place) : given;
}

/** An answer's headers as nock has them: an object, or names and values in turn. */
export function nockHeaders(given: Json | undefined): Headers {
  if (!Array.isArray(given)) return headersFromObject(given);
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < given.length; i += 2) pairs.push([String(given[i]), String(given[i + 1])]);
  return headersFromPairs(pairs);
}

function isHex(piece: Json): boolean {
  return typeof piece === 'string' && /^(?:[0-9a-f]{2})*$/i.test(piece);
}
