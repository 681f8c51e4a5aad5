import type { Command, Input, Kind } from '../../model/command.ts';
import type { Fields } from '../../model/fields.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { kindOfSegment } from './collection.ts';
import { fieldShapes } from './fieldShape.ts';

/** A request of the data plane as a recorder kept it. */
export interface RecordedRequest {
  /** The vault's token, usually its host. */
  readonly vault: string;
  readonly method: string;
  /** The path on the wire, percent-encoded or not. */
  readonly path: string;
  /** The query, or `'unrecorded'` where the recorder left it out. */
  readonly query: Readonly<Record<string, string>> | 'unrecorded';
  /** The body: absent where none was sent, `'unrecorded'` where the recorder left bodies out. */
  readonly body?: Json | 'unrecorded';
}

/** The command that a recorded request is; undefined for requests that the model has no command for. */
export function parseRequest(request: RecordedRequest): Command | undefined {
  const segments = request.path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
  const [first, name, third, ...rest] = segments;
  const found = kindOfSegment(first ?? '');
  if (!found || rest.length > 0) return undefined;
  const call = { vault: request.vault, kind: found.kind, ...apiVersionOf(request) };
  if (name === undefined) {
    if (request.method !== 'GET') return undefined;
    return { op: found.deleted ? 'listDeleted' : 'list', ...call, ...pageOf(request) };
  }
  if (found.deleted) return deletedCommand(request.method, third, { ...call, name });
  if (request.method === 'POST' && name === 'restore' && third === undefined) {
    return { op: 'restore', ...call, blob: blobOf(request.body) };
  }
  return liveCommand(request, third, { ...call, name });
}

interface Named {
  readonly vault: string;
  readonly kind: Kind;
  readonly name: string;
  readonly apiVersion?: string | null;
}

function deletedCommand(method: string, tail: string | undefined, named: Named): Command | undefined {
  if (method === 'POST' && tail === 'recover') return { op: 'recover', ...named };
  if (tail !== undefined) return undefined;
  if (method === 'GET') return { op: 'getDeleted', ...named };
  return method === 'DELETE' ? { op: 'purge', ...named } : undefined;
}

function liveCommand(request: RecordedRequest, tail: string | undefined, named: Named): Command | undefined {
  const { method } = request;
  if (method === 'POST') return tail === 'backup' ? { op: 'backup', ...named } : undefined;
  if (method === 'GET' && tail === 'versions') return { op: 'listVersions', ...named, ...pageOf(request) };
  const version = tail === undefined ? {} : { version: tail };
  if (method === 'GET') return { op: 'get', ...named, ...version };
  if (method === 'DELETE') return { op: 'delete', ...named, ...version };
  if (method === 'PATCH')
    return { op: 'update', ...named, ...version, input: inputOf(named.kind, request.body) };
  if (method === 'PUT' && tail === undefined)
    return { op: 'set', ...named, input: inputOf(named.kind, request.body) };
  return undefined;
}

function apiVersionOf(request: RecordedRequest): { apiVersion?: string | null } {
  if (request.query === 'unrecorded') return {};
  return { apiVersion: request.query['api-version'] ?? null };
}

function pageOf(request: RecordedRequest): { maxResults?: number; next?: string; nextUnrecorded?: boolean } {
  if (request.query === 'unrecorded') return { nextUnrecorded: true };
  const { maxresults, $skiptoken: next } = request.query;
  return {
    ...(maxresults !== undefined && { maxResults: Number(maxresults) }),
    ...(next !== undefined && { next }),
  };
}

/** The fields of a body that a client may send; anything else in it is ignored, as the service does. */
function inputOf(kind: Kind, body: Json | undefined): Input {
  if (body === 'unrecorded' || body === undefined) return 'unrecorded';
  const fields: Record<string, Json> = {};
  for (const { field, path, writable } of fieldShapes(kind)) {
    const value = writable ? at(body, path) : undefined;
    // A null says "not given" to the service, except for the value, which must be given.
    if (value !== undefined && (value !== null || field === 'value')) fields[field] = value;
  }
  return fields satisfies Fields;
}

function at(body: Json, path: string): Json | undefined {
  let here: Json | undefined = body;
  for (const step of path.split('.')) here = isObject(here) ? here[step] : undefined;
  return here;
}

function blobOf(body: Json | undefined): string {
  const value = isObject(body) ? body.value : undefined;
  return typeof value === 'string' ? value : '';
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
