import type { Command } from '../../model/command.ts';
import type { Call, VaultPlace } from '../rest/caller.ts';
import { readReply } from '../rest/replyAnswer.ts';
import { wireRequestOf } from '../rest/requestLine.ts';
import { encodeRequest } from '../wire/encodeRequest.ts';
import { scrubReply, scrubRequest } from '../wire/scrub.ts';
import type { CapturedRequest } from './capture.ts';

/** The requests of one call of the library, sorted by what they are to the command. */
export interface SortedRequests {
  readonly before: readonly CapturedRequest[];
  /** The one that is the command; absent when the library did not send it. */
  readonly judged?: CapturedRequest;
  readonly after: readonly CapturedRequest[];
}

/** Sorts the requests that the service took: challenges (401) change nothing and are left out. */
export function sortRequests(command: Command, requests: readonly CapturedRequest[]): SortedRequests {
  const taken = requests.filter(({ sent }) => 'lost' in sent.result || sent.result.status !== 401);
  const { method } = encodeRequest(command, '');
  const at = taken.findIndex(({ request }) => request.method === method);
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
  const { wire, answer } = readReply(command, result, place.idHost);
  return { ...call, reply: scrubReply(command, wire), answer };
}

/** The command that a request is which the library makes of its own accord around another. */
export function sideCommand(command: Command): Command {
  const { vault, kind, apiVersion } = command;
  const name = 'name' in command ? command.name : '';
  const call = { vault, kind, name, ...(apiVersion !== undefined && { apiVersion }) };
  return command.op === 'delete' ? { op: 'getDeleted', ...call } : { op: 'get', ...call };
}
