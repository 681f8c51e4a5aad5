import type { RecordedExchange } from '../../../adapters/recordings/recordedExchange.ts';
import type { Json, JsonObject } from '../../../model/json.ts';

/** A key, secret or certificate that an answer shows, and where in its body. */
export interface ShownObject {
  readonly json: JsonObject;
  /** The way from the body to the object: empty, or `value` and a position. */
  readonly path: readonly string[];
  /** Host, collection and name, in lower case. */
  readonly key: string;
  readonly collection: string;
  readonly version: string | undefined;
}

const ID = /^https:\/\/([^/]+)\/(secrets|keys|certificates)\/([^/]+)(?:\/([0-9a-f]{32}))?$/i;

/** Whether a value is a JSON object. */
export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The object that an answer is about; undefined for a list, a refusal and whatever has no id. */
export function shownObject(exchange: RecordedExchange): ShownObject | undefined {
  return isSuccess(exchange) && isObject(exchange.body) ? read(exchange.body, []) : undefined;
}

/** The objects that a list shows. */
export function listedObjects(exchange: RecordedExchange): readonly ShownObject[] {
  if (!isSuccess(exchange) || !isObject(exchange.body)) return [];
  const { value } = exchange.body;
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Json, i) => (isObject(item) ? (read(item, ['value', String(i)]) ?? []) : []));
}

/** The error of a refusal. */
export function refusalOf({ status = 0, body }: RecordedExchange): JsonObject | undefined {
  const error = status >= 400 && isObject(body) ? body.error : undefined;
  return isObject(error) ? error : undefined;
}

/** Whether a call went to a vault and succeeded. */
export function isSuccess({ plane, status = 0 }: RecordedExchange): boolean {
  return plane === 'data' && status >= 200 && status < 300;
}

function read(json: JsonObject, path: readonly string[]): ShownObject | undefined {
  const key = isObject(json.key) ? json.key.kid : undefined;
  const id = json.id ?? json.kid ?? key;
  const match = typeof id === 'string' && isObject(json.attributes) ? ID.exec(id) : null;
  if (!match) return undefined;
  const [, host = '', collection = '', name = '', version] = match;
  return {
    json,
    path,
    key: `${host}/${collection}/${name}`.toLowerCase(),
    collection: collection.toLowerCase(),
    version: version?.toLowerCase(),
  };
}

/** The value at a path; undefined where there is none. */
export function valueAt(json: Json | undefined, path: readonly string[]): Json | undefined {
  let value = json;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)] as Json | undefined;
    else if (isObject(value)) value = value[step];
    else return undefined;
  }
  return value;
}

/** The exchange with another value at a path of its body; `undefined` takes the field away. */
export function withValue(
  exchange: RecordedExchange,
  path: readonly string[],
  value: Json | undefined,
): RecordedExchange {
  return { ...exchange, body: replaced(exchange.body, path, value) };
}

function replaced(
  json: Json | undefined,
  path: readonly string[],
  value: Json | undefined,
): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(json)) {
    return json.map((item: Json, i) => (String(i) === step ? (replaced(item, rest, value) ?? null) : item));
  }
  const { [step]: before, ...others } = isObject(json) ? json : {};
  const after = replaced(before, rest, value);
  return after === undefined ? others : { ...others, [step]: after };
}
