import type { Json } from '../../model/json.ts';

/**
 * What wrote a recording:
 * - `trace`: a line of this project's trace JSONL;
 * - `test-proxy`: the Azure SDK test proxy;
 * - `http-recorder`: the .NET HttpRecorder;
 * - `vcr`: vcrpy (YAML or JSON) and go-vcr;
 * - `nock`: nock's recorder, as JavaScript or as definitions in JSON, and the JavaScript SDK's recorder in Node;
 * - `js-browser`: the JavaScript SDK's recorder in a browser;
 * - `network-calls`: the recorders of the Java and C++ SDKs;
 * - `har`: HTTP Archive 1.2.
 */
type RecordingFormat =
  | 'trace'
  | 'test-proxy'
  | 'http-recorder'
  | 'vcr'
  | 'nock'
  | 'js-browser'
  | 'network-calls'
  | 'har';

/**
 * What a call was made to: a vault or managed HSM (`data`), Key Vault in Azure Resource Manager (`management`), a token
 * endpoint (`auth`), or anything else, Resource Manager's other resources included (`other`).
 */
export type Plane = 'data' | 'management' | 'auth' | 'other';

/** Stands where the recorder keeps no such thing, or replaced it, so that nothing is known of it. */
export const UNRECORDED = 'unrecorded';

/** One call as a recorder kept it. */
export interface RecordedExchange {
  /**
   * The step's own number: a trace's `n`, which need not rise nor be the only one, else the position in the file,
   * from 1.
   */
  readonly n: number;
  /** In capitals. */
  readonly method: string;
  /**
   * In lower case, with the port where it is not the scheme's own. A trace has `management` and `login` for those
   * planes. Empty where the recorder kept paths only and nothing tells the host.
   */
  readonly host: string;
  /** As on the wire: percent-encoded, without the query; at least `/`. */
  readonly path: string;
  /** Decoded; a parameter that is repeated has its values joined by commas. */
  readonly query: Readonly<Record<string, string>> | typeof UNRECORDED;
  /**
   * JSON where it is JSON, else text. `undefined`: there was none. `unrecorded`: the recorder keeps none or replaced
   * it, so there may have been one; always so for the planes `auth` and `other`, whose bodies may hold credentials.
   */
  readonly requestBody: Json | typeof UNRECORDED | undefined;
  /** `undefined`: no answer came, or none was recorded. */
  readonly status: number | undefined;
  /** The answer's headers by lower-case name; several of one name are joined by `, `. Cookies are left out. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The answer's body: JSON where it is JSON, else text; base64 where it is neither. `undefined`: empty, or of the
   * planes `auth` and `other`, whose bodies may hold credentials.
   */
  readonly body: Json | undefined;
  readonly plane: Plane;
  /** The answer's `Date`, Unix seconds; absent where it is missing or was replaced. */
  readonly date?: number;
}

/** Calls that were made together, in the order in which they were recorded. */
export interface Recording {
  /** The trace's own id, else the file as it was named by the caller. */
  readonly id: string;
  readonly format: RecordingFormat;
  /** Whether the recorder keeps request bodies; single ones can be `unrecorded` all the same. */
  readonly requestBodiesRecorded: boolean;
  /** Whether somebody picked these calls out of more, so that others happened between them. */
  readonly excerpt: boolean;
  /** Whether calls of one second may stand in another order than they were made in. */
  readonly looseOrder: boolean;
  readonly exchanges: readonly RecordedExchange[];
}

/** A log of this project's own runs, which is for another reader. */
export interface RunLog {
  /** The file as it was named by the caller. */
  readonly id: string;
  readonly format: 'run-log';
}
