import type { Command } from '../../model/command.ts';
import type { WireRequest } from '../../model/event.ts';
import { encodeRequest } from '../wire/encodeRequest.ts';
import type { VaultPlace } from './caller.ts';
import { readBody } from './replyBody.ts';
import type { HttpRequest } from './transport.ts';

/** What a request says in its headers beside what every request does; a token is never among it. */
const TELLING_HEADERS: readonly string[] = ['content-type', 'host'];

/**
 * Writes a command as the request to the vault at a place, without a token.
 * A continuation keeps its path and query, but always goes to the vault's own address: another host that a
 * `nextLink` names would get the token.
 * @param apiVersion the `api-version` to send where the command does not say
 */
export function requestOf(command: Command, place: VaultPlace, apiVersion: string): HttpRequest {
  const { method, path, query, headers, body } = encodeRequest(command, apiVersion);
  const { origin, prefix } = splitBase(place.base);
  // A continuation may carry the prefix already: the target wrote it.
  const full = prefix !== '' && path.startsWith(`${prefix}/`) ? path : prefix + path;
  return {
    method,
    origin,
    path: full + queryText(query),
    headers: {
      accept: 'application/json',
      ...headers,
      ...(place.host !== undefined && { host: place.host }),
    },
    ...(body !== undefined && { body }),
  };
}

/** The request as the wire shows it, without the headers that every request has. */
export function wireRequestOf(request: HttpRequest): WireRequest {
  const shown = Object.entries(request.headers).filter(([name]) => TELLING_HEADERS.includes(name));
  return {
    method: request.method,
    url: request.origin + request.path,
    headers: Object.fromEntries(shown),
    ...wireBody(request.body),
  };
}

function wireBody(body: string | undefined): Pick<WireRequest, 'body'> {
  if (body === undefined || body === '') return {};
  const read = readBody(Buffer.from(body));
  return { body: read.kind === 'json' ? read.json : body };
}

function splitBase(base: string): { readonly origin: string; readonly prefix: string } {
  const match = /^(https?:\/\/[^/?#]+)(\/.*)?$/.exec(base);
  return { origin: match?.[1] ?? base, prefix: (match?.[2] ?? '').replace(/\/+$/, '') };
}

/** `$skiptoken` stays readable, as the service writes it. */
function queryText(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll('%24', '$');
}
