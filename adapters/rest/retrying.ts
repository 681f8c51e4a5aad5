import { setTimeout as pause } from 'node:timers/promises';
import type { Lost } from '../../model/answer.ts';
import { ConnectFailure } from './connector.ts';
import { connectTrouble, isTemporary } from './connectTrouble.ts';
import { described } from './lostReply.ts';
import type { HttpRequest, Sent, Transport } from './transport.ts';
import { withoutToken } from './withoutToken.ts';

/** What came of a request after all retries. */
export interface Retried extends Sent {
  /** What was retried before, each in words. */
  readonly retries: readonly string[];
}

const CONNECT_PAUSES_MS: readonly number[] = [200, 500, 1000];
const THROTTLE_PAUSES_S: readonly number[] = [1, 2, 4, 8, 16];
/** Seconds beyond which a target's wish to wait is not granted. */
const LONGEST_WAIT_S = 60;

/**
 * Sends a request, again where that is certain not to do twice what is asked once: when no connection came about, and
 * when the service says that it did not take the request (429; 503 with Retry-After) as often as `retry-after` allows.
 * @throws TargetTrouble when no connection comes about to the end
 */
export async function sendWithRetries(
  transport: Transport,
  request: HttpRequest,
  signal?: AbortSignal,
): Promise<Retried> {
  const retries: string[] = [];
  let from: number | undefined;
  for (let throttles = 0; ; throttles++) {
    const sent = await sendConnected(transport, request, retries, signal);
    const wait = throttleWait(sent, throttles);
    if (wait === undefined || 'lost' in sent.result) return { ...sent, from: from ?? sent.from, retries };
    // What answered 503 may have acted all the same, so the span in which the call happened began there.
    if (sent.result.status === 503) from ??= sent.from;
    retries.push(`answered ${sent.result.status}; tried again after ${wait} s`);
    if (!(await paused(wait * 1000, signal))) return { ...stopped(from), retries };
  }
}

/** Sends a request once a connection comes about, and adds what was tried for that to `retries`. */
async function sendConnected(
  transport: Transport,
  request: HttpRequest,
  retries: string[],
  signal: AbortSignal | undefined,
): Promise<Sent> {
  for (let attempts = 0; ; attempts++) {
    try {
      const sent = await transport.send(request, signal);
      return 'lost' in sent.result ? sent : { ...sent, result: withoutToken(sent.result, request) };
    } catch (error) {
      if (!(error instanceof ConnectFailure)) throw error;
      const wait = isTemporary(error) ? CONNECT_PAUSES_MS[attempts] : undefined;
      if (wait === undefined) throw connectTrouble(error, request.origin);
      retries.push(
        `no connection (${described(error.cause).code || error.message}); tried again after ${wait} ms`,
      );
      if (!(await paused(wait, signal))) return stopped();
    }
  }
}

/** Seconds to wait before a throttled request is sent again; undefined when it is not. */
function throttleWait({ result }: Sent, retried: number): number | undefined {
  if ('lost' in result || (result.status !== 429 && result.status !== 503)) return undefined;
  const fallback = THROTTLE_PAUSES_S[retried];
  if (fallback === undefined) return undefined;
  const wished = retryAfter(result.headers['retry-after'], Date.now());
  if (wished === undefined) return result.status === 429 ? fallback : undefined;
  return wished <= LONGEST_WAIT_S ? wished : undefined;
}

/** `Retry-After` in whole seconds from now, given as seconds or as a date (RFC 9110, section 10.2.3). */
function retryAfter(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - nowMs) / 1000));
}

/** Waits; false when the caller gave up meanwhile. */
async function paused(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await pause(ms, undefined, signal ? { signal } : {});
    return true;
  } catch {
    return false;
  }
}

function stopped(from?: number): Sent {
  const now = Date.now() / 1000;
  const result: Lost = { lost: 'aborted', detail: 'the run was told to stop while it waited to try again' };
  return { from: from ?? now, to: now, result };
}
