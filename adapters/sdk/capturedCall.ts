import type { Command } from '../../model/command.ts';
import type { Call, VaultPlace } from '../rest/caller.ts';
import { readReply } from '../rest/replyAnswer.ts';
import { wireRequestOf } from '../rest/requestLine.ts';
import type { HttpRequest } from '../rest/transport.ts';
import { parseRequest } from '../wire/parseRequest.ts';
import { scrubReply, scrubRequest } from '../wire/scrub.ts';
import type { Capture, CapturedRequest } from './capture.ts';
import { isMeant } from './wireDifference.ts';

/** The requests of one call of the library, sorted by what they are to the command. */
export interface SortedRequests {
  readonly before: readonly CapturedRequest[];
  /** The one that is the command; absent when the library did not send it. */
  readonly judged?: CapturedRequest;
  readonly after: readonly CapturedRequest[];
}

/** Sorts the requests that the service took: challenges (401) change nothing and are left out. */
export function sortRequests({ meant, requests }: Capture): SortedRequests {
  const taken = requests.filter(({ sent }) => 'lost' in sent.result || sent.result.status !== 401);
  const at = taken.findIndex(({ request }) => isMeant(meant, request));
  if (at < 0) return { before: taken, after: [] };
  const judged = taken[at];
  return { before: taken.slice(0, at), ...(judged && { judged }), after: taken.slice(at + 1) };
}

/** What a captured request was, as a call of its own. */
export function capturedCall(command: Command, captured: CapturedRequest, place: VaultPlace): Call {
  const { request, sent } = captured;
  const { from, to, result, retries } = sent;
  const call = {
    command,
    window: { from, to },
    request: scrubRequest(command, wireRequestOf(request)),
    retries,
    ms: (to - from) * 1000,
  };
  if ('lost' in result) return { ...call, answer: result };
  const { wire, answer } = readReply(command, result, place);
  return { ...call, reply: scrubReply(command, wire), answer };
}

/** A request that the library made of its own accord around a command, as a call; undefined when it is none. */
export function sideCall(command: Command, captured: CapturedRequest, place: VaultPlace): Call | undefined {
  const { request } = captured;
  const { method } = request;
  const at = { path: pathIn(request, place), query: queryOf(request) };
  const read = parseRequest({ vault: command.vault, method, ...at });
  if (!read) return undefined;
  // What the call does not say itself, its side calls do not either.
  const { apiVersion: _sent, ...bare } = read;
  const { apiVersion, principal } = command;
  const said = {
    ...bare,
    ...(apiVersion !== undefined && { apiVersion }),
    ...(principal !== undefined && { principal }),
  };
  return capturedCall(said as Command, captured, place);
}

/** The path within the vault: without its query, and without what the vault's own address has of a path. */
function pathIn({ path }: HttpRequest, { base }: VaultPlace): string {
  const prefix = new URL(base).pathname.replace(/\/+$/, '');
  const plain = path.split('?')[0] ?? '';
  return prefix !== '' && plain.startsWith(`${prefix}/`) ? plain.slice(prefix.length) : plain;
}

function queryOf({ path }: HttpRequest): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''));
}
