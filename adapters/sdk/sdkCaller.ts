import { RestError } from '@azure/core-rest-pipeline';
import type { SecretClient } from '@azure/keyvault-secrets';
import type { Command } from '../../model/command.ts';
import { refusal } from '../rest/authorized.ts';
import type { Call, Caller, VaultPlace } from '../rest/caller.ts';
import { requestOf } from '../rest/requestLine.ts';
import { createRestCaller, type RestOptions } from '../rest/restCaller.ts';
import type { TokenSource } from '../rest/token/tokenSource.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { type Capture, currentCapture } from './capture.ts';
import { capturedCall, sideCommand, sortRequests } from './capturedCall.ts';
import { inexpressible, serviceVersionOf } from './expressible.ts';
import { libraryCall } from './libraryCall.ts';
import { createSecretClients } from './secretClients.ts';

const LIBRARY = '@azure/keyvault-secrets';

/**
 * Makes calls with the service's own client library for JavaScript, one call of its `SecretClient` per command, over
 * our transport. The wire is what is judged; `client` tells what the library made of it. What the library cannot
 * send, or does not, goes over REST, and `client` says so.
 */
export function createSdkCaller(options: RestOptions): Caller {
  const rest = createRestCaller(options);
  const clientOf = createSecretClients(options.transport, options.tokens);
  return {
    async call(command, place, signal): Promise<Call> {
      const apiVersion = command.apiVersion === undefined ? options.apiVersion : command.apiVersion;
      const why = inexpressible(command, apiVersion);
      const version = serviceVersionOf(apiVersion);
      if (why !== undefined || version === undefined)
        return overRest(rest, command, place, why ?? '', signal);
      const nextUrl = continuationOf(command, place, options.apiVersion);
      const make = (): Promise<MadeCall> =>
        captured(clientOf(place, version), command, place, { nextUrl, signal });
      const first = await make();
      const made = (await wasRenewed(first.capture, options.tokens)) ? await make() : first;
      checkAsked(made.capture, command, options);
      return judgedCall(rest, made, signal);
    },
    close: () => rest.close(),
  };
}

interface MadeCall {
  readonly command: Command;
  readonly place: VaultPlace;
  readonly capture: Capture;
  readonly outcome: string;
}

async function captured(
  client: SecretClient,
  command: Command,
  place: VaultPlace,
  { nextUrl, signal }: { readonly nextUrl: string | undefined; readonly signal: AbortSignal | undefined },
): Promise<MadeCall> {
  const capture: Capture = { requests: [], ...(signal && { signal }) };
  const outcome = await currentCapture.run(capture, () =>
    libraryCall(client, command, nextUrl).catch(failure),
  );
  return { command, place, capture, outcome };
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
  const { command, place, outcome } = made;
  const { before, judged, after } = sortRequests(command, made.capture.requests);
  const side = sideCommand(command);
  const call = judged
    ? { ...capturedCall(command, judged, place), client: { library: LIBRARY, outcome } }
    : await overRest(rest, command, place, `it ended without sending this (${outcome})`, signal);
  return {
    ...call,
    ...(before.length > 0 && { before: before.map((request) => capturedCall(side, request, place)) }),
    ...(after.length > 0 && { after: after.map((request) => capturedCall(side, request, place)) }),
  };
}

async function overRest(
  rest: Caller,
  command: Command,
  place: VaultPlace,
  why: string,
  signal?: AbortSignal,
): Promise<Call> {
  const call = await rest.call(command, place, signal);
  return { ...call, client: { library: LIBRARY, outcome: `sent over REST instead: ${why}` } };
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
function checkAsked(capture: Capture, command: Command, options: RestOptions): void {
  if (capture.trouble) throw capture.trouble;
  const last = capture.requests.at(-1);
  if (!last || 'lost' in last.sent.result) return;
  if (last.sent.result.status === 401) {
    const token = last.request.headers.authorization?.replace(/^Bearer /i, '');
    throw refusal(last.request.origin, options.tokens.what, token, last.sent.result);
  }
  const bodyLess = last.request.body === undefined && ['set', 'update', 'restore'].includes(command.op);
  if (!bodyLess || last.request.headers.authorization !== undefined) return;
  throw new TargetTrouble(
    'usage',
    `${last.request.origin} lets calls in without a token, and ${LIBRARY} sends no body before it was asked for one. Judge this target over REST.`,
  );
}

/** Where a continuation is followed: always at the vault's own address. */
function continuationOf(command: Command, place: VaultPlace, apiVersion: string): string | undefined {
  if (!('next' in command) || command.next === undefined) return undefined;
  const { origin, path } = requestOf(command, place, apiVersion);
  return origin + path;
}
