import { Agent } from 'undici';
import type { Lost } from '../../model/answer.ts';
import type { Address } from './address.ts';
import { ConnectFailure, createConnector, type Trust } from './connector.ts';
import { decodeContent } from './contentCoding.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { lostReply } from './lostReply.ts';

/** What a transport needs to know. */
export interface TransportOptions extends Trust {
  /** Where every connection goes, whatever the URL says. */
  readonly connect?: Address;
  /** Milliseconds that one call may take, from its first byte to the last of the reply; 30,000 unless given. */
  readonly timeoutMs?: number;
  /** Bytes that a reply's body may have, also after decompression; 32 MiB unless given. */
  readonly maxBodyBytes?: number;
}

/** A request as it goes out. The path is sent as it is: nothing normalises it. */
export interface HttpRequest {
  readonly method: string;
  /** `https://vault.example:8443`. */
  readonly origin: string;
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A reply that came whole. */
export interface HttpReply {
  readonly status: number;
  /** By name in lower case; values of a header that came several times are joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One request and what came of it. */
export interface Sent {
  /** Local time before the request left and after the reply was there, Unix seconds. */
  readonly from: number;
  readonly to: number;
  /** The reply, or why there is none. */
  readonly result: HttpReply | Lost;
}

/** Sends requests over HTTP/1.1 and reads replies whole. Follows no redirect and retries nothing. */
export interface Transport {
  /**
   * Sends one request. Whatever a server does, this ends within the timeout.
   * @throws ConnectFailure when no connection came about, so that the request was never sent
   */
  send(request: HttpRequest, signal?: AbortSignal): Promise<Sent>;
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BODY_BYTES = 32 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

/** A transport over undici, with connections kept open between calls. */
export function createTransport(options: TransportOptions = {}): Transport {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const maxBodyBytes = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  const agent = new Agent({
    connect: createConnector(options, Math.min(timeoutMs, CONNECT_TIMEOUT_MS), options.connect),
    maxResponseSize: maxBodyBytes,
    // The deadline below holds for the whole call; undici's own would start anew with each chunk.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    async send(request, signal) {
      const deadline = startDeadline(timeoutMs, signal);
      const from = Date.now() / 1000;
      try {
        const result = await exchange(agent, request, deadline.signal, maxBodyBytes);
        return { from, to: Date.now() / 1000, result };
      } catch (error) {
        return { from, to: Date.now() / 1000, result: failureOf(error, deadline, maxBodyBytes) };
      } finally {
        deadline.stop();
      }
    },
    close: () => agent.destroy(),
  };
}

async function exchange(
  agent: Agent,
  request: HttpRequest,
  signal: AbortSignal,
  maxBodyBytes: number,
): Promise<HttpReply> {
  const { origin, path, method, headers, body } = request;
  const reply = await agent.request({ origin, path, method, headers, body: body ?? null, signal });
  const raw = await reply.body.bytes();
  const plain = joined(reply.headers);
  return {
    status: reply.statusCode,
    headers: plain,
    body: await decodeContent(raw, plain['content-encoding'], maxBodyBytes),
  };
}

function failureOf(error: unknown, deadline: Deadline, maxBodyBytes: number): Lost {
  const ended = deadline.ended();
  if (ended) return ended;
  if (error instanceof ConnectFailure) throw error;
  return lostReply(error, maxBodyBytes);
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
