import { badParameter } from '../errors/badParameter.ts';
import { invalidProperty } from '../errors/invalidProperty.ts';
import {
  given,
  isString,
  type Json,
  type ObjectProperties,
  readObjectProperties,
} from '../objects/objectBody.ts';

/** What a client may say about a version besides its value. Undefined where it says nothing, or null. */
export interface SecretProperties extends ObjectProperties {
  readonly contentType: string | undefined;
}

/** Bytes of UTF-8 that a value may have: 25 KB. */
const LONGEST_VALUE = 25 * 1024;
const LONGEST_CONTENT_TYPE = 255;
const LONGEST_TAG = 512;

/** The value of a set. Throws a 400 when it is missing, null, no text or too long. */
export function readValue(body: Json): string {
  const value = body.value;
  if (value === undefined || value === null) throw badParameter('The parameter value is not specified.');
  if (!isString(value) || Buffer.byteLength(value) > LONGEST_VALUE) throw invalidProperty();
  return value;
}

/** The properties in the body of a set or an update. Throws a 400 for values that the service would not take. */
export function readProperties(body: Json): SecretProperties {
  const contentType = given(body.contentType, isString);
  if (contentType !== undefined && contentType.length > LONGEST_CONTENT_TYPE) throw invalidProperty();
  return { contentType, ...readObjectProperties(body, LONGEST_TAG) };
}
