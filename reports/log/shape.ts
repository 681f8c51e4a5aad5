/**
 * What a value must look like. A name of a type; `{ oneOf }` texts; `{ list }` and `{ map }` of one shape;
 * `{ fields }` of an object, where a `?` at the end of a key makes the field optional. Other fields may be there.
 */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'object'
  | 'any'
  | { readonly oneOf: readonly string[] }
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly fields: Fields };

/** The fields of an object, by name. */
export type Fields = { readonly [field: string]: Shape };

/** Whether a value is an object and neither `null` nor a list. */
function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Finds where a value departs from a shape: one sentence about the first place, or `undefined` when nowhere. */
export function findMisfit(value: unknown, shape: Shape, place: string): string | undefined {
  if (shape === 'any') return value === undefined ? `${place} is missing` : undefined;
  if (shape === 'object') return isObject(value) ? undefined : `${place} is not an object`;
  if (typeof shape === 'string') {
    return typeof value === shape ? undefined : `${place} is not a ${shape}`;
  }
  if ('oneOf' in shape) {
    const known = typeof value === 'string' && shape.oneOf.includes(value);
    return known ? undefined : `${place} is none of ${shape.oneOf.join(', ')}`;
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) return `${place} is not a list`;
    return firstMisfit(value.map((item, index) => [item, shape.list, `${place}[${index}]`]));
  }
  if (!isObject(value)) return `${place} is not an object`;
  if ('map' in shape) {
    return firstMisfit(Object.entries(value).map(([key, item]) => [item, shape.map, `${place}.${key}`]));
  }
  return findFieldMisfit(value, shape.fields, place);
}

function findFieldMisfit(
  value: { readonly [key: string]: unknown },
  fields: Fields,
  place: string,
): string | undefined {
  for (const [key, shape] of Object.entries(fields)) {
    const optional = key.endsWith('?');
    const field = optional ? key.slice(0, -1) : key;
    if (optional && value[field] === undefined) continue;
    const misfit = findMisfit(value[field], shape, place === '' ? field : `${place}.${field}`);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

function firstMisfit(parts: readonly (readonly [unknown, Shape, string])[]): string | undefined {
  for (const part of parts) {
    const misfit = findMisfit(...part);
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}
