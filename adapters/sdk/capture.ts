import { AsyncLocalStorage } from 'node:async_hooks';
import type { Retried } from '../rest/retrying.ts';
import type { HttpRequest } from '../rest/transport.ts';
import type { TargetTrouble } from '../targetTrouble.ts';

/** One request that the library sent, and what came of it. */
export interface CapturedRequest {
  readonly request: HttpRequest;
  readonly sent: Retried;
}

/** What the library did on the wire for one call of ours, in order. */
export interface Capture {
  readonly requests: CapturedRequest[];
  /** The request that the call means; the library is kept from sending another in its place. */
  readonly meant: HttpRequest;
  /** Ends every request of the call. */
  readonly signal?: AbortSignal;
  /** Why the target could not be asked; the library may swallow it, we do not. */
  trouble?: TargetTrouble;
  /** How what the library was about to send differs from what is meant, in words. */
  difference?: string;
}

/** The capture that requests belong to: the library's clients are shared by calls that run side by side. */
export const currentCapture: AsyncLocalStorage<Capture> = new AsyncLocalStorage();
