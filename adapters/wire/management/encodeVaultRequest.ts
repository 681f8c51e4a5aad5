import type { Command } from '../../../model/command.ts';
import type { Fields } from '../../../model/fields.ts';
import type { Json } from '../../../model/json.ts';
import type { EncodedRequest } from '../encodedRequest.ts';
import { VAULT_SHAPES } from './vaultShape.ts';

const PROVIDER = 'providers/Microsoft.KeyVault';

/** The `api-version` for resource groups. */
const GROUPS_VERSION = '2021-04-01';

/** Where extensions stand beneath what they hang on, and the `api-version` of those who keep them. */
const EXTENSIONS = {
  eventSubscription: {
    collection: 'providers/Microsoft.EventGrid/eventSubscriptions',
    apiVersion: '2022-06-15',
  },
  roleAssignment: {
    collection: 'providers/Microsoft.Authorization/roleAssignments',
    apiVersion: '2022-04-01',
  },
} as const;

/**
 * Writes a command about vaults as the request to Azure Resource Manager that a client sends. A continuation keeps its
 * path and query, whatever host it names.
 * @param apiVersion the `api-version` to send where the command does not say
 * @throws RangeError for a command that is not about vaults
 */
export function encodeVaultRequest(command: Command, apiVersion: string): EncodedRequest {
  const body = bodyOf(command);
  const followed = nextPage(command);
  return {
    method: methodOf(command),
    path: followed?.pathname ?? pathOf(command),
    query: followed ? Object.fromEntries(followed.searchParams) : queryOf(command, apiVersion),
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body !== undefined && { body }),
  };
}

function methodOf({ op }: Command): string {
  switch (op) {
    case 'create':
    case 'recover':
    case 'updateAccessPolicy':
    case 'putExtension':
    case 'createGroup':
      return 'PUT';
    case 'update':
      return 'PATCH';
    case 'delete':
    case 'deleteGroup':
      return 'DELETE';
    case 'purge':
    case 'checkName':
      return 'POST';
    default:
      return 'GET';
  }
}

function pathOf(command: Command): string {
  const { subscription = '', resourceGroup, location = '' } = command.scope ?? {};
  const within = `/subscriptions/${encodeURIComponent(subscription)}`;
  const group = resourceGroup === undefined ? '' : `/resourceGroups/${encodeURIComponent(resourceGroup)}`;
  const located = `${within}/${PROVIDER}/locations/${encodeURIComponent(location)}`;
  switch (command.op) {
    case 'list':
      return `${within}${group}/${PROVIDER}/vaults`;
    case 'listDeleted':
      return `${within}/${PROVIDER}/deletedVaults`;
    case 'createGroup':
    case 'deleteGroup':
      return `${within}${group}`;
    case 'checkName':
      return `${within}/${PROVIDER}/checkNameAvailability`;
    case 'getPurgeResult':
      return `${located}/operationResults/${encodeURIComponent(command.operation)}`;
    case 'getDeleted':
      return `${located}/deletedVaults/${encodeURIComponent(command.name)}`;
    case 'purge':
      return `${located}/deletedVaults/${encodeURIComponent(command.name)}/purge`;
    case 'updateAccessPolicy':
      return `${within}${group}/${PROVIDER}/vaults/${encodeURIComponent(command.name)}/accessPolicies/${command.change}`;
    case 'putExtension':
    case 'getExtension':
      return `${within}${group}/${PROVIDER}/vaults/${encodeURIComponent(command.name)}/${EXTENSIONS[command.extension].collection}/${encodeURIComponent(command.id)}`;
    case 'create':
    case 'recover':
    case 'get':
    case 'update':
    case 'delete':
      return `${within}${group}/${PROVIDER}/vaults/${encodeURIComponent(command.name)}`;
    default:
      throw new RangeError(`no vault has ${command.op}`);
  }
}

function queryOf(command: Command, apiVersion: string): Record<string, string> {
  const query: Record<string, string> = {};
  if (command.apiVersion !== null)
    query['api-version'] = command.apiVersion ?? usualVersion(command, apiVersion);
  if ('maxResults' in command && command.maxResults !== undefined) query.$top = String(command.maxResults);
  if ('next' in command && command.next !== undefined) query.$skiptoken = command.next;
  return query;
}

function usualVersion(command: Command, ofVaults: string): string {
  if ('extension' in command) return EXTENSIONS[command.extension].apiVersion;
  return command.op === 'createGroup' || command.op === 'deleteGroup' ? GROUPS_VERSION : ofVaults;
}

function nextPage(command: Command): URL | undefined {
  return 'next' in command && command.next !== undefined && URL.canParse(command.next)
    ? new URL(command.next)
    : undefined;
}

function bodyOf(command: Command): string | undefined {
  if (command.op === 'checkName') {
    return JSON.stringify({ name: command.name, type: 'Microsoft.KeyVault/vaults' });
  }
  if (!('input' in command)) return undefined;
  if ('broken' in command && command.broken === 'no-body') return undefined;
  if ('broken' in command && command.broken === 'not-json') return '{"location": ';
  if (command.input === 'unrecorded') return undefined;
  const mode = command.op === 'recover' ? { createMode: 'recover' } : {};
  return JSON.stringify(nest(command.input ?? {}, mode));
}

/** Puts fields back into the envelope they have on the wire; what has no shape of its own is a property. */
function nest(input: Fields, more: Fields): Json {
  const resource: Record<string, Json> = {};
  const properties: Record<string, Json> = { ...more };
  for (const [field, value] of Object.entries(input)) {
    const path = VAULT_SHAPES.find((shape) => shape.field === field)?.path ?? `properties.${field}`;
    if (path.startsWith('properties.')) properties[path.slice('properties.'.length)] = value;
    else resource[path] = value;
  }
  return Object.keys(properties).length > 0 ? { ...resource, properties } : resource;
}
