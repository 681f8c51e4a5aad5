import type { Command, Input, VaultScope } from '../../../model/command.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import type { RecordedRequest } from '../parseRequest.ts';
import { parseResourcePath, regionOf } from './resourcePath.ts';
import { VAULT_SHAPES } from './vaultShape.ts';

interface Called {
  readonly vault: string;
  readonly kind: 'vault';
  readonly scope: VaultScope;
  readonly apiVersion?: string | null;
}

/** The command that a recorded request to the management plane is; undefined for what the model has no command for. */
export function parseVaultRequest(request: RecordedRequest): Command | undefined {
  const { vault, method, path, query, body } = request;
  const apiVersion = query === 'unrecorded' ? {} : { apiVersion: query['api-version'] ?? null };
  if (isResourceList(request)) {
    const subscription = path.split('/')[2];
    const scope = subscription === undefined ? {} : { subscription };
    return { op: 'list', vault, kind: 'vault', scope, ...apiVersion, ...pageOf(request) };
  }
  const place = parseResourcePath(path);
  if (!place) return undefined;
  const { rest, ...scope } = place;
  const call: Called = { vault, kind: 'vault', scope, ...apiVersion };
  const [collection = '', name, tail, more, ...others] = rest;
  if (others.length > 0) return undefined;
  if (collection.toLowerCase() === 'operationresults' && name !== undefined) {
    return { op: 'getPurgeResult', ...call, operation: name };
  }
  if (collection.toLowerCase() === 'checknameavailability') return checkName(call, body);
  if (collection.toLowerCase() === 'deletedvaults') return deletedCommand(request, call, name, tail);
  if (collection.toLowerCase() !== 'vaults') return undefined;
  if (name === undefined) return method === 'GET' ? { op: 'list', ...call, ...pageOf(request) } : undefined;
  if (tail?.toLowerCase() === 'accesspolicies') return accessPolicies(request, call, name, more);
  return tail === undefined ? vaultCommand(method, { ...call, name }, body) : undefined;
}

function vaultCommand(
  method: string,
  named: Called & { readonly name: string },
  body: RecordedRequest['body'],
): Command | undefined {
  switch (method) {
    case 'GET':
      return { op: 'get', ...named };
    case 'DELETE':
      return { op: 'delete', ...named };
    case 'PATCH':
      return { op: 'update', ...named, input: inputOf(body) };
    case 'PUT':
      return { op: createMode(body) === 'recover' ? 'recover' : 'create', ...named, input: inputOf(body) };
    default:
      return undefined;
  }
}

function deletedCommand(
  request: RecordedRequest,
  call: Called,
  name: string | undefined,
  tail: string | undefined,
): Command | undefined {
  const { method } = request;
  if (name === undefined)
    return method === 'GET' ? { op: 'listDeleted', ...call, ...pageOf(request) } : undefined;
  if (method === 'GET' && tail === undefined) return { op: 'getDeleted', ...call, name };
  return method === 'POST' && tail?.toLowerCase() === 'purge' ? { op: 'purge', ...call, name } : undefined;
}

function accessPolicies(
  { method, body }: RecordedRequest,
  call: Called,
  name: string,
  change: string | undefined,
): Command | undefined {
  if (method !== 'PUT' || (change !== 'add' && change !== 'replace' && change !== 'remove')) return undefined;
  return { op: 'updateAccessPolicy', ...call, name, change, input: inputOf(body) };
}

function checkName(call: Called, body: RecordedRequest['body']): Command | undefined {
  const name = isObject(body) ? body.name : undefined;
  return typeof name === 'string' ? { op: 'checkName', ...call, name } : undefined;
}

/** Resource Manager's own list of a subscription's vaults. */
function isResourceList({ method, path, query }: RecordedRequest): boolean {
  if (method !== 'GET' || !/^\/subscriptions\/[^/]+\/resources$/i.test(path)) return false;
  return (
    query !== 'unrecorded' && /^resourceType eq 'Microsoft\.KeyVault\/vaults'$/i.test(query.$filter ?? '')
  );
}

function pageOf({ query }: RecordedRequest): {
  maxResults?: number;
  next?: string;
  nextUnrecorded?: boolean;
} {
  if (query === 'unrecorded') return { nextUnrecorded: true };
  const { $top: top, $skiptoken: next } = query;
  return { ...(top !== undefined && { maxResults: Number(top) }), ...(next !== undefined && { next }) };
}

function createMode(body: RecordedRequest['body']): Json | undefined {
  const properties = isObject(body) ? body.properties : undefined;
  return isObject(properties) ? properties.createMode : undefined;
}

function inputOf(body: RecordedRequest['body']): Input {
  if (!isObject(body)) return 'unrecorded';
  const fields: Record<string, Json> = {};
  for (const { field, path, writable } of VAULT_SHAPES) {
    const value = writable ? at(body, path) : undefined;
    if (value !== undefined && value !== null)
      fields[field] = field === 'location' ? regionOf(String(value)) : value;
  }
  return fields;
}

function at(json: JsonObject, path: string): Json | undefined {
  let here: Json | undefined = json;
  for (const step of path.split('.')) here = isObject(here) ? here[step] : undefined;
  return here;
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
