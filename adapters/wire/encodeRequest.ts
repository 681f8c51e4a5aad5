import type { Command } from '../../model/command.ts';
import type { Fields } from '../../model/fields.ts';
import type { Json } from '../../model/json.ts';
import { collectionOf } from './collection.ts';
import { fieldShapes } from './fieldShape.ts';

/** A request of the data plane, relative to the vault's base address. */
export interface EncodedRequest {
  readonly method: string;
  /** Percent-encoded, starting with `/`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Writes a command as the request that a client of the service sends.
 * @param apiVersion the `api-version` to send where the command does not say
 */
export function encodeRequest(command: Command, apiVersion: string): EncodedRequest {
  const body = bodyOf(command);
  return {
    method: methodOf(command),
    path: pathOf(command),
    query: queryOf(command, apiVersion),
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body !== undefined && { body }),
  };
}

function methodOf(command: Command): string {
  switch (command.op) {
    case 'set':
      return 'PUT';
    case 'update':
      return 'PATCH';
    case 'delete':
    case 'purge':
      return 'DELETE';
    case 'recover':
    case 'backup':
    case 'restore':
      return 'POST';
    default:
      return 'GET';
  }
}

function pathOf(command: Command): string {
  const { live, deleted } = collectionOf(command.kind);
  const followed = nextPath(command);
  if (followed) return followed.pathname;
  switch (command.op) {
    case 'list':
      return `/${live}`;
    case 'listDeleted':
      return `/${deleted}`;
    case 'restore':
      return `/${live}/restore`;
    case 'getDeleted':
    case 'purge':
      return `/${deleted}/${encodeURIComponent(command.name)}`;
    case 'recover':
      return `/${deleted}/${encodeURIComponent(command.name)}/recover`;
    case 'backup':
      return `/${live}/${encodeURIComponent(command.name)}/backup`;
    case 'listVersions':
      return `/${live}/${encodeURIComponent(command.name)}/versions`;
    case 'get':
    case 'update':
      // The route ends in a version that may be empty: clients of the service send the slash before it all the same.
      return `/${live}/${encodeURIComponent(command.name)}/${encodeURIComponent(command.version ?? '')}`;
    case 'delete':
      return `/${live}/${[command.name, command.version ?? []].flat().map(encodeURIComponent).join('/')}`;
    case 'set':
      return `/${live}/${encodeURIComponent(command.name)}`;
  }
}

function queryOf(command: Command, apiVersion: string): Record<string, string> {
  const followed = nextPath(command);
  if (followed) return Object.fromEntries(followed.searchParams);
  const query: Record<string, string> = {};
  if (command.apiVersion !== null) query['api-version'] = command.apiVersion ?? apiVersion;
  if ('maxResults' in command && command.maxResults !== undefined)
    query.maxresults = String(command.maxResults);
  return query;
}

/** LS-06: a nextLink is followed verbatim, but always at the vault's own address, whatever host it names. */
function nextPath(command: Command): URL | undefined {
  if (!('next' in command) || command.next === undefined) return undefined;
  return URL.canParse(command.next) ? new URL(command.next) : new URL(command.next, 'https://vault.invalid/');
}

function bodyOf(command: Command): string | undefined {
  if (command.op === 'restore') return JSON.stringify({ value: command.blob });
  if (command.op !== 'set' && command.op !== 'update') return undefined;
  if (command.broken === 'no-body' || command.input === 'unrecorded') return undefined;
  if (command.broken === 'not-json') return '{"value": ';
  return JSON.stringify(nest(command, command.input));
}

/** Puts fields back into the envelope they have on the wire. */
function nest(command: Command, input: Fields): Json {
  const body: Record<string, Json> = {};
  const attributes: Record<string, Json> = {};
  for (const { field, path, writable } of fieldShapes(command.kind)) {
    const value = input[field];
    if (!writable || value === undefined) continue;
    if (path.startsWith('attributes.')) attributes[path.slice('attributes.'.length)] = value;
    else body[path] = value;
  }
  return Object.keys(attributes).length > 0 ? { ...body, attributes } : body;
}
