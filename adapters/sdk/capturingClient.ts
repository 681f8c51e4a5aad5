import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
  RestError,
} from '@azure/core-rest-pipeline';
import { sendWithRetries } from '../rest/retrying.ts';
import type { TokenSource } from '../rest/token/tokenSource.ts';
import type { HttpReply, HttpRequest, Transport } from '../rest/transport.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { type Capture, currentCapture } from './capture.ts';
import { isMeant, wireDifference } from './wireDifference.ts';

/** Headers that the transport sets itself, or that would make replies harder to read for nothing. */
const OWN_HEADERS: ReadonlySet<string> = new Set(['accept-encoding', 'content-length', 'connection', 'host']);

/**
 * The HTTP client that the library's pipeline ends in: it sends over our transport, with its timeouts, its limits and
 * its few retries, and keeps every request and reply in the current capture.
 * @param host sent as `Host` instead of the URL's authority
 */
export function createCapturingClient(transport: Transport, tokens: TokenSource, host?: string): HttpClient {
  return {
    async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
      const capture = currentCapture.getStore();
      if (!capture) throw new Error('a request of the library that belongs to no call');
      const reply = await exchange(capture, transport, httpRequestOf(request, host), request);
      await renewIfRefused(tokens, request, reply);
      return {
        request,
        status: reply.status,
        headers: createHttpHeaders({ ...reply.headers }),
        bodyAsText: new TextDecoder().decode(reply.body),
      };
    },
  };
}

async function exchange(
  capture: Capture,
  transport: Transport,
  request: HttpRequest,
  asked: PipelineRequest,
): Promise<HttpReply> {
  // The library goes on after some failures; a target that cannot be asked is not asked again.
  if (capture.trouble) throw capture.trouble;
  const difference = isMeant(capture.meant, request) ? wireDifference(capture.meant, request) : undefined;
  if (difference !== undefined) {
    capture.difference = difference;
    throw new RestError(`not sent: ${difference}`, { code: RestError.REQUEST_SEND_ERROR, request: asked });
  }
  try {
    const sent = await sendWithRetries(transport, request, capture.signal);
    capture.requests.push({ request, sent });
    if (!('lost' in sent.result)) return sent.result;
    throw new RestError(sent.result.detail, { code: RestError.REQUEST_SEND_ERROR, request: asked });
  } catch (error) {
    if (error instanceof TargetTrouble) capture.trouble ??= error;
    throw error;
  }
}

/** The library asks for a token again when one is refused; without this it would get the same one. */
async function renewIfRefused(
  tokens: TokenSource,
  request: PipelineRequest,
  reply: HttpReply,
): Promise<void> {
  const authorization = request.headers.get('authorization');
  if (reply.status !== 401 || authorization === undefined) return;
  await tokens.renew(authorization.replace(/^Bearer /, ''), reply.headers['www-authenticate']);
}

function httpRequestOf(request: PipelineRequest, host: string | undefined): HttpRequest {
  const match = /^(https?:\/\/[^/?#]+)([^#]*)/.exec(request.url);
  const path = match?.[2] ?? '';
  const headers = Object.entries(request.headers.toJSON()).filter(([name]) => !OWN_HEADERS.has(name));
  return {
    method: request.method,
    origin: match?.[1] ?? request.url,
    path: path.startsWith('/') ? path : `/${path}`,
    headers: { ...Object.fromEntries(headers), ...(host !== undefined && { host }) },
    ...(typeof request.body === 'string' && { body: request.body }),
  };
}
