import type { ObjectView, Oddity } from '../../../model/answer.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import { documentOddities } from '../documents/documentShape.ts';
import { parseResourcePath, regionOf } from './resourcePath.ts';
import { DELETED_VAULT_SHAPES, VAULT_SHAPES, type VaultFieldShape } from './vaultShape.ts';

type Odd = (kind: Oddity['kind'], path: string, problem: string) => void;

/** One vault, or the proxy of a deleted one; what is odd in it is added to `oddities`. */
export function decodeVault(
  json: Json,
  at: string,
  deleted: boolean,
  oddities: Oddity[],
): ObjectView | undefined {
  const odd: Odd = (kind, path, problem) => {
    oddities.push({ kind, path: at === '' ? path : `${at}.${path}`, problem });
  };
  if (!isObject(json) || typeof json.id !== 'string') {
    odd('missing', 'id', 'missing');
    return undefined;
  }
  const own = deleted && isObject(json.properties) ? json.properties.vaultId : json.id;
  const place = typeof own === 'string' ? parseResourcePath(own) : undefined;
  const name = place?.rest[1];
  if (name === undefined || place?.rest[0]?.toLowerCase() !== 'vaults') {
    odd('id', deleted ? 'properties.vaultId' : 'id', 'not the id of a vault');
    return undefined;
  }
  checkEnvelope(json, name, deleted, odd);
  const fields: Record<string, Json> = {};
  if (place?.subscription !== undefined) fields.subscription = place.subscription.toLowerCase();
  if (place?.resourceGroup !== undefined) fields.resourceGroup = place.resourceGroup;
  const shapes = deleted ? DELETED_VAULT_SHAPES : VAULT_SHAPES;
  for (const shape of shapes) readField(shape, json, fields, odd);
  for (const path of unknownPaths(json, shapes, deleted))
    odd('extra', path, 'a field that this answer does not have');
  return { name, fields };
}

/** Every resource says its name and its type beside its id (recordings: 15,940 of 15,940). */
function checkEnvelope(json: JsonObject, name: string, deleted: boolean, odd: Odd): void {
  if (typeof json.name !== 'string') odd('style', 'name', 'not a string');
  else if (json.name.toLowerCase() !== name.toLowerCase())
    odd('id', 'name', `not the name in the id: ${json.name}`);
  const type = `microsoft.keyvault/${deleted ? 'deletedvaults' : 'vaults'}`;
  if (String(json.type).toLowerCase() !== type) {
    odd('style', 'type', `not the type of such a resource: ${JSON.stringify(json.type ?? null)}`);
  }
  if (deleted) checkOwnPath(String(json.id), name, json, odd);
}

/** VT-12: a deleted vault stands under its name in its location. */
function checkOwnPath(id: string, name: string, json: JsonObject, odd: Odd): void {
  const own = parseResourcePath(id);
  const [collection, called] = own?.rest ?? [];
  const location = at(json, 'properties.location');
  const isNamed =
    collection?.toLowerCase() === 'deletedvaults' && called?.toLowerCase() === name.toLowerCase();
  const isThere = typeof location !== 'string' || own?.location === regionOf(location);
  if (!isNamed || !isThere) odd('style', 'id', `not this deleted vault's id: ${id}`);
}

/** The paths of fields that nobody knows, at the top and among the properties. */
function unknownPaths(
  json: JsonObject,
  shapes: readonly VaultFieldShape[],
  deleted: boolean,
): readonly string[] {
  const known = new Set(['id', 'name', 'type', 'properties', ...shapes.map(({ path }) => path)]);
  if (deleted) known.add('properties.vaultId');
  const { properties } = json;
  const inner = isObject(properties) ? Object.keys(properties).map((key) => `properties.${key}`) : [];
  return [...Object.keys(json), ...inner].filter((path) => !known.has(path));
}

function readField(
  { field, path, type, document }: VaultFieldShape,
  json: JsonObject,
  fields: Record<string, Json>,
  odd: Odd,
): void {
  const value = at(json, path);
  if (value === null) odd('style', path, 'null');
  if (value === undefined || value === null) return;
  for (const inner of document ? documentOddities(document, value, path) : [])
    odd('style', inner.path, inner.problem);
  if (type === 'date') {
    const seconds = typeof value === 'string' ? Date.parse(value) / 1000 : Number.NaN;
    if (Number.isNaN(seconds)) odd('type', path, `not a date: ${JSON.stringify(value)}`);
    else fields[field] = seconds;
    return;
  }
  const isTyped = type === 'json' || (type === 'integer' ? Number.isInteger(value) : typeof value === type);
  if (!isTyped) odd('type', path, `not of type ${type}`);
  else fields[field] = field === 'location' ? regionOf(String(value)) : value;
}

function at(json: JsonObject, path: string): Json | undefined {
  let here: Json | undefined = json;
  for (const step of path.split('.')) here = isObject(here) ? here[step] : undefined;
  return here;
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
