import type { Command } from '../../model/command.ts';
import type { Fields } from '../../model/fields.ts';
import type { Json } from '../../model/json.ts';
import type { EncodedRequest } from './encodedRequest.ts';
import { fieldShapes } from './fieldShape.ts';
import { encodeVaultRequest } from './management/encodeVaultRequest.ts';
import { resourceOf } from './resource.ts';
import { methodOf, pathOf } from './route.ts';

/**
 * Writes a command as the request that a client of the service sends.
 * @param apiVersion the `api-version` to send where the command does not say
 */
export function encodeRequest(command: Command, apiVersion: string): EncodedRequest {
  if (command.kind === 'vault') return encodeVaultRequest(command, apiVersion);
  const body = bodyOf(command);
  return {
    method: methodOf(command),
    path: nextPage(command)?.pathname ?? pathOf(command),
    query: queryOf(command, apiVersion),
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body !== undefined && { body }),
  };
}

function queryOf(command: Command, apiVersion: string): Record<string, string> {
  const followed = nextPage(command);
  if (followed) return Object.fromEntries(followed.searchParams);
  const query: Record<string, string> = {};
  if (command.apiVersion !== null) query['api-version'] = command.apiVersion ?? apiVersion;
  if ('maxResults' in command && command.maxResults !== undefined)
    query.maxresults = String(command.maxResults);
  if ('includePending' in command && command.includePending !== undefined) {
    query.includePending = String(command.includePending);
  }
  return query;
}

/** LS-06: a nextLink is followed verbatim, but always at the vault's own address, whatever host it names. */
function nextPage(command: Command): URL | undefined {
  if (!('next' in command) || command.next === undefined) return undefined;
  return URL.canParse(command.next) ? new URL(command.next) : new URL(command.next, 'https://vault.invalid/');
}

function bodyOf(command: Command): string | undefined {
  if (command.op === 'restore') return JSON.stringify({ value: command.blob });
  if (!('input' in command)) return undefined;
  if ('broken' in command && command.broken === 'no-body') return undefined;
  if ('broken' in command && command.broken === 'not-json') return '{"value": ';
  return command.input === 'unrecorded' ? undefined : JSON.stringify(nest(command, command.input));
}

/** Puts fields back into the envelope they have on the wire; what has no shape of its own goes as it is. */
function nest(command: Command, input: Fields): Json {
  const shapes = fieldShapes(command.op === 'create' ? command.kind : resourceOf(command));
  const body: Record<string, Json> = {};
  const attributes: Record<string, Json> = {};
  for (const [field, value] of Object.entries(input)) {
    const path = shapes.find((shape) => shape.field === field && shape.writable)?.path ?? field;
    if (path.startsWith('attributes.')) attributes[path.slice('attributes.'.length)] = value;
    else body[path] = value;
  }
  return Object.keys(attributes).length > 0 ? { ...body, attributes } : body;
}
