import type { Oddity } from '../../../model/answer.ts';
import type { Json, JsonObject } from '../../../model/json.ts';

/** What stands within a field that is a document of its own, as the service writes it. */
export type DocumentShape =
  | 'string'
  | 'boolean'
  | 'integer'
  /** A date with its time of day. */
  | 'date'
  /** One of these words. */
  | { readonly oneOf: readonly string[] }
  /** A list of such. */
  | { readonly list: DocumentShape }
  /** An object with these parts and no others; all of them, but for those that it may do without. */
  | { readonly parts: { readonly [part: string]: DocumentShape }; readonly without?: readonly string[] }
  /** An object of strings by any name. */
  | 'tags';

/** In what a document is not of its shape. */
export function documentOddities(shape: DocumentShape, value: Json, path: string): readonly Oddity[] {
  if (typeof shape === 'string') return isOf(shape, value) ? [] : [odd(path, `not ${WORDS[shape]}`)];
  if ('oneOf' in shape) {
    return shape.oneOf.some((word) => word === value)
      ? []
      : [odd(path, `not one of ${shape.oneOf.join(', ')}`)];
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) return [odd(path, 'not a list')];
    return value.flatMap((item, i) => documentOddities(shape.list, item, `${path}[${i}]`));
  }
  if (!isObject(value)) return [odd(path, 'not a JSON object')];
  return [...partOddities(shape.parts, value, path), ...lacking(shape, value, path)];
}

function partOddities(
  parts: { readonly [part: string]: DocumentShape },
  value: JsonObject,
  path: string,
): readonly Oddity[] {
  return Object.entries(value).flatMap(([name, part]) => {
    const shape = parts[name];
    const at = within(path, name);
    return shape ? documentOddities(shape, part, at) : [odd(at, 'a part that this document does not have')];
  });
}

function lacking(
  { parts, without = [] }: { readonly parts: object; readonly without?: readonly string[] },
  value: JsonObject,
  path: string,
): readonly Oddity[] {
  return Object.keys(parts)
    .filter((part) => value[part] === undefined && !without.includes(part))
    .map((part) => odd(within(path, part), 'missing'));
}

const WORDS = {
  string: 'a string',
  boolean: 'a boolean',
  integer: 'a whole number',
  date: 'a date',
  tags: 'an object of strings',
} as const;

function isOf(shape: keyof typeof WORDS, value: Json): boolean {
  if (shape === 'date') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  if (shape === 'integer') return Number.isSafeInteger(value);
  if (shape === 'tags')
    return isObject(value) && Object.values(value).every((tag) => typeof tag === 'string');
  return typeof value === shape;
}

function within(path: string, part: string): string {
  return path === '' ? part : `${path}.${part}`;
}

function odd(path: string, problem: string): Oddity {
  return { kind: 'style', path, problem };
}

function isObject(json: Json): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
