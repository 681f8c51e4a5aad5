import type { Json, JsonObject } from '../../model/json.ts';
import { readBody } from '../rest/replyBody.ts';
import type { HttpRequest } from '../rest/transport.ts';

/**
 * Whether a request of a library is the one that a command means: among reads, of which libraries make more of their
 * own accord, the one of its path; else the only one of its method.
 */
export function isMeant(meant: HttpRequest, request: HttpRequest): boolean {
  if (request.method !== meant.method) return false;
  return meant.method !== 'GET' || pathOf(request) === pathOf(meant);
}

/**
 * How the request that a library is about to send differs from the one that is meant, in words; undefined when the
 * service cannot tell them apart. Empty objects count for nothing, except as tags; a request without a token is the
 * library's question for a challenge, and has no body yet.
 */
export function wireDifference(meant: HttpRequest, request: HttpRequest): string | undefined {
  if (pathOf(meant) !== pathOf(request)) return 'it asks for another path';
  const query = differingMember(queryOf(meant), queryOf(request));
  if (query !== undefined) return query;
  if (request.body === undefined && request.headers.authorization === undefined) return undefined;
  return differingMember(bodyOf(meant), bodyOf(request));
}

function differingMember(meant: JsonObject, sent: JsonObject): string | undefined {
  for (const name of new Set([...Object.keys(meant), ...Object.keys(sent)])) {
    const wanted = canonical(meant[name]);
    const found = canonical(sent[name]);
    if (wanted === found) continue;
    if (found === undefined) return `it sends no ${name}`;
    return wanted === undefined ? `it adds ${name}` : `it sends ${name} otherwise`;
  }
  return undefined;
}

function canonical(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(sorted(value));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}

/** An object without members that are empty objects; tags stay, because an update takes all tags away with `{}`. */
function pruned(value: JsonObject): JsonObject {
  const kept: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    if (name === 'tags' || !isObject(member)) kept[name] = member;
    else {
      const inner = pruned(member);
      if (Object.keys(inner).length > 0) kept[name] = inner;
    }
  }
  return kept;
}

function bodyOf({ body }: HttpRequest): JsonObject {
  if (body === undefined || body === '') return {};
  const read = readBody(Buffer.from(body));
  return read.kind === 'json' && isObject(read.json) ? pruned(read.json) : { body };
}

function queryOf({ path }: HttpRequest): JsonObject {
  return Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''));
}

function pathOf({ path }: HttpRequest): string {
  const plain = (path.split('?')[0] ?? '').replace(/\/+$/, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
