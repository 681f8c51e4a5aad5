import { decodeJwt } from 'jose';
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
  const { sent, token } = await sendRenewed(transport, tokens, request, signal);
  if (isUnauthorized(sent.result)) throw refusal(request.origin, tokens.what, token, sent.result);
  return sent;
}

/** The same for a caller that may be one to refuse: then a 401 is an answer like any other. */
export async function sendAs(
  transport: Transport,
  tokens: TokenSource,
  request: HttpRequest,
  signal?: AbortSignal,
): Promise<Retried> {
  return (await sendRenewed(transport, tokens, request, signal)).sent;
}

async function sendRenewed(
  transport: Transport,
  tokens: TokenSource,
  request: HttpRequest,
  signal: AbortSignal | undefined,
): Promise<{ readonly sent: Retried; readonly token: string | undefined }> {
  const token = await tokens.token();
  const first = await sendWithRetries(transport, withToken(request, token), signal);
  if (!isUnauthorized(first.result)) return { sent: first, token };
  const renewed = await tokens.renew(token, first.result.headers['www-authenticate']);
  if (renewed === undefined) return { sent: first, token };
  const second = await sendWithRetries(transport, withToken(request, renewed), signal);
  const retries = [
    ...first.retries,
    'the token was refused with 401; sent again with a new one',
    ...second.retries,
  ];
  return { sent: { ...second, retries }, token: renewed };
}

function withToken(request: HttpRequest, token: string | undefined): HttpRequest {
  if (token === undefined) return request;
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

function isUnauthorized(result: Retried['result']): result is HttpReply {
  return 'status' in result && result.status === 401;
}

/**
 * Says that a caller was refused, by whom and why, and the way out.
 * @param source where the token is from, in words
 * @param token what was sent, of which only its end is told; undefined when nothing was
 */
export function refusal(
  origin: string,
  source: string,
  token: string | undefined,
  reply: HttpReply,
): TargetTrouble {
  const what =
    token === undefined ? 'asks for a token and was given none' : `refuses ${source}${pastEnd(token)}`;
  return new TargetTrouble(
    'authentication',
    `${origin} ${what}: 401${reasonOf(reply)}. Give a token in KEYVAULT_CONFORMANCE_TOKEN, by --token-command, or from DefaultAzureCredential.`,
  );
}

/** When a JWT ended, where it has. */
function pastEnd(token: string): string {
  try {
    const { exp } = decodeJwt(token);
    if (exp === undefined || exp * 1000 > Date.now()) return '';
    return `, which expired at ${new Date(exp * 1000).toISOString().slice(0, 19)}Z`;
  } catch {
    return '';
  }
}

function reasonOf(reply: HttpReply): string {
  const body = readBody(reply.body);
  if (body.kind !== 'json') return '';
  const error = (body.json as { readonly error?: { readonly message?: unknown } } | null)?.error;
  return typeof error?.message === 'string' ? ` (${error.message.slice(0, 200)})` : '';
}
