import type { Json, JsonObject } from '../../model/json.ts';

/**
 * Undoes what one recorder of the Java SDK did to answers: it wrote every number and boolean of the attributes as text
 * (`"enabled": "true"`). Only where all of them are text, so that a single odd value stays odd.
 */
export function plainScalars(body: Json | undefined): Json | undefined {
  if (!isObject(body)) return body;
  if (isObject(body.properties)) return { ...body, properties: plainFlags(body.properties) };
  if (!isObject(body.attributes)) return body;
  const scalars = Object.values(body.attributes);
  const isText = scalars.length > 1 && scalars.every((scalar) => typeof scalar === 'string');
  if (!isText) return body;
  const attributes = Object.entries(body.attributes).map(
    ([name, value]) => [name, plain(String(value))] as const,
  );
  return { ...body, attributes: Object.fromEntries(attributes) };
}

/** The same of a vault's properties, of which not all are scalars: every flag of it is text. */
function plainFlags(properties: JsonObject): JsonObject {
  const flags = Object.entries(properties).filter(([name]) => name.startsWith('enable'));
  if (!flags.every(([, flag]) => flag === 'true' || flag === 'false')) return properties;
  return { ...properties, ...Object.fromEntries(flags.map(([name, flag]) => [name, flag === 'true'])) };
}

function plain(text: string): Json {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
