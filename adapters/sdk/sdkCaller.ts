import { RestError } from '@azure/core-rest-pipeline';
import type { Command } from '../../model/command.ts';
import type { ClientOutcome } from '../../model/event.ts';
import { refusal } from '../rest/authorized.ts';
import type { Call, Caller, VaultPlace } from '../rest/caller.ts';
import { requestOf } from '../rest/requestLine.ts';
import { createRestCaller, type RestOptions } from '../rest/restCaller.ts';
import { NO_TOKEN, type TokenSource } from '../rest/token/tokenSource.ts';
import type { HttpRequest } from '../rest/transport.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { type Capture, currentCapture } from './capture.ts';
import { capturedCall, sideCall, sortRequests } from './capturedCall.ts';
import type { ClientLibrary, LibraryClient } from './clientLibrary.ts';
import { createConnectedClients } from './connectedClients.ts';
import { given } from './given.ts';
import { inexpressible } from './inexpressible.ts';
import { libraryOf } from './libraryOf.ts';
import { pollerIn } from './told.ts';

/**
 * Makes calls with the service's own client libraries for JavaScript, one call of a client per command, over our
 * transport. The wire is what is judged; `client` tells what the library made of it. What the library cannot send,
 * would send otherwise or does not send goes over REST, and `client` says so.
 */
export function createSdkCaller(options: RestOptions): Caller {
  const rest = createRestCaller(options);
  const clientOf = createConnectedClients(options.transport);
  return {
    async call(command, place, signal): Promise<Call> {
      const library = await libraryOf(command.kind);
      const tokens = tokensOf(options, command);
      if (!library || !tokens) return rest.call(command, place, signal);
      const apiVersion = command.apiVersion === undefined ? options.apiVersion : command.apiVersion;
      const why = inexpressible(library, command, apiVersion);
      if (why !== undefined || apiVersion === null) {
        return overRest(rest, { library, command, place }, why ?? '', signal);
      }
      const client = clientOf({ library, place, apiVersion, tokens });
      const meant = requestOf(command, place, options.apiVersion);
      const make = (): Promise<MadeCall> => captured(client, { library, command, place }, meant, signal);
      const first = await make();
      const made = (await wasRenewed(first.capture, tokens)) ? await make() : first;
      checkAsked(made, tokens);
      return judgedCall(rest, made, signal);
    },
    close: () => rest.close(),
  };
}

interface Asked {
  readonly library: ClientLibrary;
  readonly command: Command;
  readonly place: VaultPlace;
}

interface MadeCall extends Asked {
  readonly capture: Capture;
  readonly outcome: string;
}

/** Where the tokens of the caller are from that a command names; undefined for a caller that the target does not know. */
function tokensOf({ tokens, principals }: RestOptions, { principal }: Command): TokenSource | undefined {
  return principal === undefined ? tokens : principals?.get(principal);
}

async function captured(
  client: LibraryClient,
  asked: Asked,
  meant: HttpRequest,
  signal: AbortSignal | undefined,
): Promise<MadeCall> {
  const { command } = asked;
  const capture: Capture = { requests: [], meant, ...(signal && { signal }) };
  // A continuation is followed at the vault's own address, whatever address it names.
  const nextUrl = 'next' in command && command.next !== undefined ? meant.origin + meant.path : undefined;
  const outcome = await currentCapture.run(capture, () => client(command, nextUrl).catch(failure));
  return { ...asked, capture, outcome };
}

/**
 * Whether a call ended with a refusal of a token that has been replaced since. The library asks for another token
 * after a refusal of one that it used before, but not after a refusal of its first.
 */
async function wasRenewed(capture: Capture, tokens: TokenSource): Promise<boolean> {
  const last = capture.requests.at(-1);
  if (!last || 'lost' in last.sent.result || last.sent.result.status !== 401 || capture.trouble) return false;
  const sent = last.request.headers.authorization;
  return sent !== undefined && sent !== `Bearer ${await tokens.token()}`;
}

async function judgedCall(rest: Caller, made: MadeCall, signal?: AbortSignal): Promise<Call> {
  const { command, place, outcome, capture, library } = made;
  const { before, judged, after } = sortRequests(capture);
  const polled = given({ poller: pollerIn(outcome) });
  const why = capture.difference ?? `it ended without sending this (${outcome})`;
  const call = judged
    ? { ...capturedCall(command, judged, place), client: { library: library.name, outcome, ...polled } }
    : withPoller(await overRest(rest, made, why, signal), polled);
  const sides = (requests: typeof before): readonly Call[] =>
    requests.map((request) => sideCall(command, request, place)).filter((side) => side !== undefined);
  return {
    ...call,
    ...(before.length > 0 && { before: sides(before) }),
    ...(after.length > 0 && { after: sides(after) }),
  };
}

async function overRest(
  rest: Caller,
  { library, command, place }: Asked,
  why: string,
  signal?: AbortSignal,
): Promise<Call> {
  const call = await rest.call(command, place, signal);
  const outcome = `sent over REST instead: ${why}`;
  return { ...call, client: { library: library.name, outcome, overRest: true } };
}

/** The call with where the library's poller was, which may be done without having sent anything. */
function withPoller(call: Call, polled: Pick<ClientOutcome, 'poller'>): Call {
  return call.client ? { ...call, client: { ...call.client, ...polled } } : call;
}

/** What the library threw, in words; its message may quote the reply, so only its type and codes are kept. */
function failure(error: unknown): string {
  if (!(error instanceof RestError)) return error instanceof Error ? `${error.name} thrown` : 'thrown';
  const codes = [error.statusCode, error.code].filter((code) => code !== undefined);
  return [error.name, ...codes, 'thrown'].join(' ');
}

/**
 * Whether the target was asked at all, and what was meant.
 * @throws TargetTrouble when it could not be, or when it did not challenge and so got a request without its body
 */
function checkAsked({ capture, command, library }: MadeCall, tokens: TokenSource): void {
  if (capture.trouble) throw capture.trouble;
  const last = capture.requests.at(-1);
  // What is kept from being sent is so after the challenge, when the library says all it has to say.
  if (!last || 'lost' in last.sent.result || capture.difference !== undefined) return;
  if (last.sent.result.status === 401) {
    // A caller that a command names may be one to refuse.
    if (command.principal !== undefined) return;
    const token = last.request.headers.authorization?.replace(/^Bearer /i, '');
    if (token === undefined && tokens !== NO_TOKEN && last.request.origin.startsWith('http:')) {
      throw new TargetTrouble(
        'usage',
        `${last.request.origin} asks for a token, and ${library.name} sends one over https only. Judge this target over REST.`,
      );
    }
    throw refusal(last.request.origin, tokens.what, token, last.sent.result);
  }
  const bodyLess = last.request.body === undefined && last.request.method === capture.meant.method;
  if (!bodyLess || capture.meant.body === undefined || last.request.headers.authorization !== undefined)
    return;
  throw new TargetTrouble(
    'usage',
    `${last.request.origin} lets calls in without a token, and ${library.name} sends no body before it was asked for one. Judge this target over REST.`,
  );
}
