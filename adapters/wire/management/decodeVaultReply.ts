import type { Answer, ObjectView, Oddity } from '../../../model/answer.ts';
import type { Command } from '../../../model/command.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import type { RawReply } from '../rawReply.ts';
import { parseResourcePath, regionOf } from './resourcePath.ts';
import { DELETED_VAULT_SHAPES, VAULT_SHAPES, type VaultFieldShape } from './vaultShape.ts';

/** Reads a successful reply of the management plane into an answer. */
export function decodeVaultReply(command: Command, { status, body, headers }: RawReply): Answer {
  const operation = operationOf(headers?.location);
  const begun = operation === undefined ? {} : { operation };
  switch (command.op) {
    case 'delete':
    case 'purge':
      return { status, ...begun, oddities: [] };
    case 'getPurgeResult':
      return decodeProgress(status, body);
    case 'list':
    case 'listDeleted':
      return decodePage(status, body, command.op === 'listDeleted');
    case 'checkName':
      return decodeCheck(command.name, status, body);
    case 'updateAccessPolicy':
      return decodePolicies(command.name, status, body);
    default:
      return decodeOne(status, body, command.op === 'getDeleted');
  }
}

/** The last segment of the address at which an operation's progress can be asked for (PG-07). */
function operationOf(location: string | undefined): string | undefined {
  const path = location?.split('?')[0];
  return path === undefined || !/\/operationResults\//i.test(path) ? undefined : path.split('/').at(-1);
}

function decodeOne(status: number, body: Json | undefined, deleted: boolean): Answer {
  if (body === undefined) return { status, oddities: [{ kind: 'missing', path: '', problem: 'no body' }] };
  const oddities: Oddity[] = [];
  const object = decodeVault(body, '', deleted, oddities);
  return { status, oddities, ...(object && { object }) };
}

function decodePage(status: number, body: Json | undefined, deleted: boolean): Answer {
  const values = isObject(body) ? body.value : undefined;
  if (!isObject(body) || !Array.isArray(values)) {
    return { status, oddities: [{ kind: 'type', path: 'value', problem: 'not a list' }] };
  }
  const oddities: Oddity[] = [];
  const items = values.flatMap((value, i) => decodeVault(value, `value[${i}]`, deleted, oddities) ?? []);
  const next = body.nextLink;
  return { status, page: { items, ...(typeof next === 'string' && next !== '' && { next }) }, oddities };
}

/** PG-07: `{"createdDateTime", "lastActionDateTime", "status"}`, of which the second comes with the end. */
function decodeProgress(status: number, body: Json | undefined): Answer {
  if (!isObject(body)) return { status, oddities: [] };
  const known = ['createdDateTime', 'status', ...(status === 200 ? ['lastActionDateTime'] : [])];
  const oddities = Object.keys(body)
    .filter((key) => !known.includes(key))
    .map((path) => ({ kind: 'extra', path, problem: 'a field that this answer does not have' }) as const);
  return { status, ...(typeof body.status === 'string' && { progress: body.status }), oddities };
}

function decodeCheck(name: string, status: number, body: Json | undefined): Answer {
  if (!isObject(body) || typeof body.nameAvailable !== 'boolean') {
    return { status, oddities: [{ kind: 'missing', path: 'nameAvailable', problem: 'missing' }] };
  }
  const known = Object.entries(body).filter(([, value]) => value !== null);
  return { status, object: { name, fields: Object.fromEntries(known) }, oddities: [] };
}

function decodePolicies(name: string, status: number, body: Json | undefined): Answer {
  const properties = isObject(body) ? body.properties : undefined;
  const accessPolicies = isObject(properties) ? properties.accessPolicies : undefined;
  if (accessPolicies === undefined) {
    return { status, oddities: [{ kind: 'missing', path: 'properties.accessPolicies', problem: 'missing' }] };
  }
  return { status, object: { name, fields: { accessPolicies } }, oddities: [] };
}

/** One vault, or the proxy of a deleted one; what is odd in it is added to `oddities`. */
function decodeVault(json: Json, at: string, deleted: boolean, oddities: Oddity[]): ObjectView | undefined {
  const odd = (kind: Oddity['kind'], path: string, problem: string): void => {
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
  if (typeof json.name === 'string' && json.name.toLowerCase() !== name.toLowerCase()) {
    odd('id', 'name', `not the name in the id: ${json.name}`);
  }
  const fields: Record<string, Json> = {};
  if (place?.subscription !== undefined) fields.subscription = place.subscription.toLowerCase();
  if (place?.resourceGroup !== undefined) fields.resourceGroup = place.resourceGroup;
  const shapes = deleted ? DELETED_VAULT_SHAPES : VAULT_SHAPES;
  for (const shape of shapes) readField(shape, json, fields, odd);
  for (const path of unknownPaths(json, shapes, deleted))
    odd('extra', path, 'a field that this answer does not have');
  return { name, fields };
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
  { field, path, type }: VaultFieldShape,
  json: JsonObject,
  fields: Record<string, Json>,
  odd: (kind: Oddity['kind'], path: string, problem: string) => void,
): void {
  const value = at(json, path);
  if (value === undefined || value === null) return;
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
