import { badParameter } from '../errors/badParameter.ts';
import { invalidProperty } from '../errors/invalidProperty.ts';
import { isString, type Json } from '../objects/objectBody.ts';
import { type Answer, ok } from '../requests/answer.ts';
import { meterClassOf } from './keyType.ts';
import { shapeOf } from './material/privateKey.ts';
import type { KeyVersion } from './storedKey.ts';

/** The algorithm that a body names. Throws a 400 when there is none or nobody knows it. */
export function readAlgorithm<Algorithm>(body: Json, known: ReadonlyMap<string, Algorithm>): Algorithm {
  const algorithm = isString(body.alg) ? known.get(body.alg) : undefined;
  if (algorithm === undefined) throw invalidProperty();
  return algorithm;
}

/** The bytes that a body has in base64url. Throws a 400 when there are none. */
export function readBytes(body: Json, field: string): Buffer {
  const value = body[field];
  if (value === undefined || value === null) throw badParameter(`The parameter ${field} is not specified.`);
  if (!isString(value) || !/^[\w-]*={0,2}$/.test(value)) throw invalidProperty();
  return Buffer.from(value, 'base64url');
}

/** The answer to a use of a key, billed by what the key is made of. */
export function useAnswer(version: KeyVersion, body: object): Answer {
  return { ...ok(body), meter: meterClassOf(shapeOf(version.key)) };
}
