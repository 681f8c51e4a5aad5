import type { Command, Input, KeyUse, Kind } from '../../model/command.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { kindOfSegment } from './collection.ts';
import { fieldShapes } from './fieldShape.ts';
import type { Resource } from './resource.ts';

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
  const [first = '', name, ...tail] = segments;
  const found = kindOfSegment(first);
  if (!found) return undefined;
  const call = { vault: request.vault, ...apiVersionOf(request) };
  const nameless = { ...call, kind: found.kind, name: '', input: inputOf(found.kind, request.body) };
  if (!found.deleted && isNameless(request.method, found.kind, segments))
    return { op: found.kind === 'secret' ? 'set' : 'create', ...nameless };
  if (name === undefined) return wholeCommand(request, { ...call, kind: found.kind }, found.deleted);
  const named: Named = { ...call, kind: found.kind, name };
  if (found.deleted) return deletedCommand(request.method, tail, named);
  if (request.method === 'POST' && name === 'restore' && tail.length === 0) {
    return { op: 'restore', ...call, kind: found.kind, blob: blobOf(request.body) };
  }
  return certificateSetting(request, tail, named) ?? liveCommand(request, tail, named);
}

/** Whether an object is to be made that has no name: `PUT /secrets/`, `POST /keys//create`. */
function isNameless(method: string, kind: Kind, [, name, ...more]: readonly string[]): boolean {
  if (kind === 'secret') return method === 'PUT' && name === undefined;
  return method === 'POST' && name === 'create' && more.length === 0;
}

interface Called {
  readonly vault: string;
  readonly kind: Kind;
  readonly apiVersion?: string | null;
}

interface Named extends Called {
  readonly name: string;
}

function wholeCommand(request: RecordedRequest, call: Called, deleted: boolean): Command | undefined {
  if (request.method !== 'GET') return undefined;
  const { includePending } = request.query === 'unrecorded' ? {} : request.query;
  return {
    op: deleted ? 'listDeleted' : 'list',
    ...call,
    ...pageOf(request),
    ...(includePending !== undefined && { includePending: includePending.toLowerCase() === 'true' }),
  };
}

function deletedCommand(
  method: string,
  [tail, ...more]: readonly string[],
  named: Named,
): Command | undefined {
  if (more.length > 0) return undefined;
  if (method === 'POST' && tail === 'recover') return { op: 'recover', ...named };
  if (tail !== undefined) return undefined;
  if (method === 'GET') return { op: 'getDeleted', ...named };
  return method === 'DELETE' ? { op: 'purge', ...named } : undefined;
}

/** `/certificates/issuers[/{name}]` and `/certificates/contacts`, which no certificate's name can be. */
function certificateSetting(
  request: RecordedRequest,
  tail: readonly string[],
  named: Named,
): Command | undefined {
  if (named.kind !== 'certificate' || (named.name !== 'issuers' && named.name !== 'contacts'))
    return undefined;
  const kind: Kind = named.name === 'contacts' ? 'contacts' : 'issuer';
  const [name = kind === 'contacts' ? 'contacts' : undefined] = tail;
  const { name: _collection, ...called } = named;
  if (name === undefined) return wholeCommand(request, { ...called, kind }, false);
  const own: Named = { ...called, kind, name };
  switch (request.method) {
    case 'GET':
      return { op: 'get', ...own };
    case 'DELETE':
      return { op: 'delete', ...own };
    case 'PUT':
      return { op: 'set', ...own, input: inputOf(kind, request.body) };
    case 'PATCH':
      return { op: 'update', ...own, input: inputOf(kind, request.body) };
    default:
      return undefined;
  }
}

function liveCommand(request: RecordedRequest, tail: readonly string[], named: Named): Command | undefined {
  switch (request.method) {
    case 'GET':
      return readCommand(request, tail, named);
    case 'POST':
      return postCommand(request, tail, named);
    case 'DELETE':
      if (tail[0] === 'pending') return { op: 'deleteOperation', ...named };
      // Services of 2015 had `/delete` behind the name of a key.
      if (named.kind === 'key' && tail[0] === 'delete') return { op: 'delete', ...named };
      return tail.length > 1 ? undefined : { op: 'delete', ...named, ...versionOf(tail[0]) };
    case 'PATCH':
      return patchCommand(request, tail, named);
    case 'PUT':
      return putCommand(request, tail, named);
    default:
      return undefined;
  }
}

function readCommand(
  request: RecordedRequest,
  [tail, ...more]: readonly string[],
  named: Named,
): Command | undefined {
  if (more.length > 0) return undefined;
  if (tail === 'versions') return { op: 'listVersions', ...named, ...pageOf(request) };
  if (named.kind === 'certificate' && tail === 'pending') return { op: 'getOperation', ...named };
  if (named.kind === 'certificate' && tail === 'policy') return { op: 'getPolicy', ...named };
  if (named.kind === 'key' && tail === 'rotationpolicy') return { op: 'getRotationPolicy', ...named };
  return { op: 'get', ...named, ...versionOf(tail) };
}

const USES: Readonly<Record<string, KeyUse>> = {
  encrypt: 'encrypt',
  decrypt: 'decrypt',
  sign: 'sign',
  verify: 'verify',
  wrapkey: 'wrapKey',
  unwrapkey: 'unwrapKey',
  release: 'release',
};

function postCommand(request: RecordedRequest, tail: readonly string[], named: Named): Command | undefined {
  const path = tail.join('/').toLowerCase();
  const { kind } = named;
  if (path === 'backup') return { op: 'backup', ...named };
  if (kind === 'secret') return undefined;
  if (path === 'create') return { op: 'create', ...named, input: inputOf(kind, request.body) };
  if (kind === 'certificate') {
    if (path === 'import') return { op: 'import', ...named, input: inputOf(kind, request.body) };
    return path === 'pending/merge'
      ? { op: 'merge', ...named, input: inputOf(kind, request.body) }
      : undefined;
  }
  if (path === 'rotate') return { op: 'rotate', ...named };
  const use = USES[tail.at(-1)?.toLowerCase() ?? ''];
  if (!use || tail.length > 2) return undefined;
  const version = tail.length === 2 ? versionOf(tail[0]) : {};
  return { op: 'use', ...named, ...version, use, input: request.body === 'unrecorded' ? 'unrecorded' : {} };
}

function patchCommand(request: RecordedRequest, tail: readonly string[], named: Named): Command | undefined {
  // Services of 2015 had `/update` behind the name or the version of a key.
  const [first, ...more] = named.kind === 'key' && tail.at(-1) === 'update' ? tail.slice(0, -1) : tail;
  if (named.kind === 'certificate' && first === 'pending') {
    return { op: 'updateOperation', ...named, input: inputOf('operation', request.body) };
  }
  if (named.kind === 'certificate' && first === 'policy') {
    return { op: 'updatePolicy', ...named, input: inputOf('policy', request.body) };
  }
  if (more.length > 0) return undefined;
  return { op: 'update', ...named, ...versionOf(first), input: inputOf(named.kind, request.body) };
}

function putCommand(
  request: RecordedRequest,
  [tail, ...more]: readonly string[],
  named: Named,
): Command | undefined {
  if (more.length > 0) return undefined;
  if (named.kind === 'key' && tail === 'rotationpolicy') {
    return { op: 'updateRotationPolicy', ...named, input: inputOf('rotationPolicy', request.body) };
  }
  // Services of 2015 had `/import` behind the name of a key.
  const isImport = named.kind === 'key' && tail === 'import';
  if ((tail !== undefined && !isImport) || named.kind === 'certificate') return undefined;
  return { op: named.kind === 'key' ? 'import' : 'set', ...named, input: inputOf(named.kind, request.body) };
}

function versionOf(segment: string | undefined): { version?: string } {
  return segment === undefined ? {} : { version: segment };
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

/** Fields that a client sends when it makes a key, beside those that answers show too. */
const KEY_REQUEST = ['kty', 'crv', 'key_ops', 'key_size', 'key', 'Hsm'] as const;

/** The fields of a body that a client may send; anything else in it is ignored, as the service does. */
function inputOf(resource: Resource, body: Json | undefined): Input {
  if (body === 'unrecorded' || !isObject(body)) return 'unrecorded';
  const fields: Record<string, Json> = {};
  for (const { field, path, writable } of fieldShapes(resource)) {
    const value = writable ? at(body, path) : undefined;
    // A null says "not given" to the service, except for the value, which must be given.
    if (value !== undefined && (value !== null || field === 'value')) fields[field] = value;
  }
  if (resource !== 'key') return fields;
  for (const field of KEY_REQUEST) {
    const value = body[field];
    if (value !== undefined && value !== null) fields[field] = value;
  }
  return fields;
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
