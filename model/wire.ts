import type { Json } from './json.ts';

/** A request as it went out; credentials and secret values are scrubbed. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: { readonly [header: string]: string };
  readonly body?: Json;
}

/** A reply as it came in; secret values are scrubbed. */
export interface WireReply {
  readonly status: number;
  readonly headers: { readonly [header: string]: string };
  /** The body: JSON where it is JSON, else text. */
  readonly body?: Json;
}
