import { TargetTrouble } from '../targetTrouble.ts';
import { readBody } from './replyBody.ts';
import { type Retried, sendWithRetries } from './retrying.ts';
import type { TokenSource } from './token/tokenSource.ts';
import type { HttpReply, HttpRequest, Transport } from './transport.ts';

/**
 * Sends a request with a token. A token that is refused with 401 is renewed once.
 * @throws TargetTrouble (authentication) when the target refuses the caller to the end
 */
export async function sendAuthorized(
  transport: Transport,
  tokens: TokenSource,
  request: HttpRequest,
  signal?: AbortSignal,
): Promise<Retried> {
  const token = await tokens.token();
  const first = await sendWithRetries(transport, withToken(request, token), signal);
  if (!isUnauthorized(first.result)) return first;
  const renewed = await tokens.renew(token, first.result.headers['www-authenticate']);
  if (renewed === undefined) throw refusal(request.origin, tokens, first.result);
  const second = await sendWithRetries(transport, withToken(request, renewed), signal);
  if (isUnauthorized(second.result)) throw refusal(request.origin, tokens, second.result);
  const retries = [
    ...first.retries,
    'the token was refused with 401; sent again with a new one',
    ...second.retries,
  ];
  return { ...second, retries };
}

function withToken(request: HttpRequest, token: string | undefined): HttpRequest {
  if (token === undefined) return request;
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

function isUnauthorized(result: Retried['result']): result is HttpReply {
  return 'status' in result && result.status === 401;
}

/** Says that a caller was refused, by whom and why, and the way out. */
export function refusal(origin: string, tokens: TokenSource, reply: HttpReply): TargetTrouble {
  const why = reasonOf(reply);
  return new TargetTrouble(
    'authentication',
    `${origin} refuses ${tokens.what} with 401${why}. Give a token in KEYVAULT_CONFORMANCE_TOKEN, by --token-command, or from DefaultAzureCredential.`,
  );
}

function reasonOf(reply: HttpReply): string {
  const body = readBody(reply.body);
  if (body.kind !== 'json') return '';
  const error = (body.json as { readonly error?: { readonly message?: unknown } } | null)?.error;
  return typeof error?.message === 'string' ? ` (${error.message.slice(0, 200)})` : '';
}
