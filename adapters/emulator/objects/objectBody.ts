import { invalidProperty } from '../errors/invalidProperty.ts';
import type { StoredVersion, Tags } from './storedObject.ts';

/** A JSON object as it came. */
export type Json = Readonly<Record<string, unknown>>;

/** What a client may say about a version of any kind. Undefined where it says nothing, or null. */
export interface ObjectProperties {
  readonly tags: Tags | undefined;
  readonly enabled: boolean | undefined;
  /** Unix seconds. */
  readonly notBefore: number | undefined;
  /** Unix seconds. */
  readonly expires: number | undefined;
}

const MOST_TAGS = 15;
/** The last second of the year 9999. */
const LATEST_DATE = 253_402_300_799;

/**
 * The tags and attributes in a body; fields that only the service sets are ignored. Throws a 400 for values it would not take.
 * @param longestTag characters that a tag's name or value may have (LM-05).
 */
export function readObjectProperties(body: Json, longestTag: number): ObjectProperties {
  const attributes = section(body.attributes);
  return {
    tags: readTags(body.tags, longestTag),
    enabled: given(attributes.enabled, isBoolean),
    notBefore: given(attributes.nbf, isDate),
    expires: given(attributes.exp, isDate),
  };
}

/** The attributes of a version that is made now, from what the client said. */
export function newAttributes(properties: ObjectProperties, now: number): Omit<StoredVersion, 'id'> {
  const { tags, enabled = true, notBefore, expires } = properties;
  return { tags, enabled, notBefore, expires, created: now, updated: now };
}

/** Changes in a version what a client speaks of; tags are replaced as a whole. */
export function applyProperties(version: StoredVersion, properties: ObjectProperties, now: number): void {
  version.tags = properties.tags ?? version.tags;
  version.enabled = properties.enabled ?? version.enabled;
  version.notBefore = properties.notBefore ?? version.notBefore;
  version.expires = properties.expires ?? version.expires;
  version.updated = now;
}

/** A value of the wanted type, undefined where there is none. Throws a 400 for any other. */
export function given<T>(value: unknown, isWanted: (value: unknown) => value is T): T | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isWanted(value)) throw invalidProperty();
  return value;
}

/** An object inside the body; an empty one where there is none. */
export function section(value: unknown): Json {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidProperty();
  return { ...value };
}

/** Whether it is text. */
export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** Whether it is true or false. */
export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** Whether it is a list of texts. */
export function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isString);
}

function readTags(value: unknown, longestTag: number): Tags | undefined {
  if (value === undefined || value === null) return undefined;
  const tags = Object.entries(section(value));
  if (tags.length > MOST_TAGS) throw invalidProperty();
  return Object.fromEntries(
    tags.map(([name, text]): [string, string] => {
      if (!isString(text) || name.length > longestTag || text.length > longestTag) throw invalidProperty();
      return [name, text];
    }),
  );
}

function isDate(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LATEST_DATE;
}
