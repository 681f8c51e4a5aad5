import type { Command } from '../../model/command.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { scrubReply, scrubRequest } from '../wire/scrub.ts';
import { sendAs, sendAuthorized } from './authorized.ts';
import type { Call, Caller } from './caller.ts';
import { readReply } from './replyAnswer.ts';
import { requestOf, wireRequestOf } from './requestLine.ts';
import type { Retried } from './retrying.ts';
import type { TokenSource } from './token/tokenSource.ts';
import type { HttpRequest, Transport } from './transport.ts';

/** What calls over REST need. */
export interface RestOptions {
  readonly transport: Transport;
  readonly tokens: TokenSource;
  /** Where the tokens of callers come from that commands name; none can be named unless given. */
  readonly principals?: ReadonlyMap<string, TokenSource>;
  /** The `api-version` to send where a command does not say. */
  readonly apiVersion: string;
}

/** Makes calls as plain HTTP requests, one per command. */
export function createRestCaller(options: RestOptions): Caller {
  const { transport, apiVersion } = options;
  return {
    async call(command, place, signal): Promise<Call> {
      const started = performance.now();
      const request = requestOf(command, place, apiVersion);
      const sending = senderOf(options, command);
      const { from, to, result, retries } = await sending(request, signal);
      const sent = {
        command,
        window: { from, to },
        request: scrubRequest(command, wireRequestOf(request)),
        retries,
        ms: performance.now() - started,
      };
      if ('lost' in result) return { ...sent, answer: result };
      const { wire, answer } = readReply(command, result, place);
      return { ...sent, reply: scrubReply(command, wire), answer };
    },
    close: () => transport.close(),
  };
}

type Sender = (request: HttpRequest, signal?: AbortSignal) => Promise<Retried>;

/** Sends with the token of the caller that a command names, or of the usual one. */
function senderOf({ transport, tokens, principals }: RestOptions, { principal }: Command): Sender {
  if (principal === undefined) return (request, signal) => sendAuthorized(transport, tokens, request, signal);
  const own = principals?.get(principal);
  if (own) return (request, signal) => sendAs(transport, own, request, signal);
  throw new TargetTrouble('usage', `the target knows no caller "${principal}"`);
}
