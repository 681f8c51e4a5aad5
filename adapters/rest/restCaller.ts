import { scrubReply, scrubRequest } from '../wire/scrub.ts';
import { sendAuthorized } from './authorized.ts';
import type { Call, Caller } from './caller.ts';
import { readReply } from './replyAnswer.ts';
import { requestOf, wireRequestOf } from './requestLine.ts';
import type { TokenSource } from './token/tokenSource.ts';
import type { Transport } from './transport.ts';

/** What calls over REST need. */
export interface RestOptions {
  readonly transport: Transport;
  readonly tokens: TokenSource;
  /** The `api-version` to send where a command does not say. */
  readonly apiVersion: string;
}

/** Makes calls as plain HTTP requests, one per command. */
export function createRestCaller(options: RestOptions): Caller {
  const { transport, tokens, apiVersion } = options;
  return {
    async call(command, place, signal): Promise<Call> {
      const started = performance.now();
      const request = requestOf(command, place, apiVersion);
      const { from, to, result, retries } = await sendAuthorized(transport, tokens, request, signal);
      const sent = {
        command,
        window: { from, to },
        request: scrubRequest(command, wireRequestOf(request)),
        retries,
        ms: performance.now() - started,
      };
      if ('lost' in result) return { ...sent, answer: result };
      const { wire, answer } = readReply(command, result, place.idHost);
      return { ...sent, reply: scrubReply(command, wire), answer };
    },
    close: () => transport.close(),
  };
}
