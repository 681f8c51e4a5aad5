import type { Json } from '../../model/json.ts';

/** A reply as far as decoding needs it. */
export interface RawReply {
  readonly status: number;
  /** The body, parsed where it is JSON; a string where it is not; absent where it is empty. */
  readonly body?: Json;
  /** Headers by lower-case name, where they are known. */
  readonly headers?: Readonly<Record<string, string>>;
}
