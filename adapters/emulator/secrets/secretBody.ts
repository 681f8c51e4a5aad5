import { badParameter } from '../errors/badParameter.ts';
import { invalidProperty } from '../errors/invalidProperty.ts';

/** What a client may say about a version besides its value. Undefined where it says nothing, or null. */
export interface SecretProperties {
  readonly contentType: string | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly enabled: boolean | undefined;
  /** Unix seconds. */
  readonly notBefore: number | undefined;
  /** Unix seconds. */
  readonly expires: number | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/** Bytes of UTF-8 that a value may have: 25 KB. */
const LONGEST_VALUE = 25 * 1024;
const LONGEST_CONTENT_TYPE = 255;
const MOST_TAGS = 15;
const LONGEST_TAG = 512;
/** The last second of the year 9999. */
const LATEST_DATE = 253_402_300_799;

/** The value of a set. Throws a 400 when it is missing, null, no text or too long. */
export function readValue(body: Json): string {
  const value = body.value;
  if (value === undefined || value === null) throw badParameter('The parameter value is not specified.');
  if (typeof value !== 'string' || Buffer.byteLength(value) > LONGEST_VALUE) throw invalidProperty();
  return value;
}

/** The properties in the body of a set or an update; fields that only the service sets are ignored. Throws a 400 for values it would not take. */
export function readProperties(body: Json): SecretProperties {
  const attributes = section(body.attributes);
  const contentType = given(body.contentType, isString);
  if (contentType !== undefined && contentType.length > LONGEST_CONTENT_TYPE) throw invalidProperty();
  return {
    contentType,
    tags: readTags(body.tags),
    enabled: given(attributes.enabled, isBoolean),
    notBefore: given(attributes.nbf, isDate),
    expires: given(attributes.exp, isDate),
  };
}

function readTags(value: unknown): Readonly<Record<string, string>> | undefined {
  if (value === undefined || value === null) return undefined;
  const tags = Object.entries(section(value));
  if (tags.length > MOST_TAGS) throw invalidProperty();
  return Object.fromEntries(
    tags.map(([name, text]): [string, string] => {
      if (!isString(text) || name.length > LONGEST_TAG || text.length > LONGEST_TAG) throw invalidProperty();
      return [name, text];
    }),
  );
}

/** A value of the wanted type, undefined where there is none. */
function given<T>(value: unknown, isWanted: (value: unknown) => value is T): T | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isWanted(value)) throw invalidProperty();
  return value;
}

/** An object inside the body; an empty one where there is none. */
function section(value: unknown): Json {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidProperty();
  return { ...value };
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isDate(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LATEST_DATE;
}
