import type { Fields } from './fields.ts';

/** One object as an answer shows it: a bundle, or an item of a list. */
export interface ObjectView {
  /** The name in the object's id, as the target spells it. */
  readonly name: string;
  /** The version in the object's id; absent where the id carries none (items of lists by name). */
  readonly version?: string;
  readonly fields: Fields;
}

/** Why a call was refused. */
export interface Refusal {
  /** `error.code`; absent where the body has none (an HTML page, an empty body). */
  readonly code?: string;
  /** `error.innererror.code`. */
  readonly inner?: string;
  /** `error.message`. */
  readonly message?: string;
}

/** One page of a list. */
export interface Page {
  readonly items: readonly ObjectView[];
  /** The opaque continuation; absent on the last page. */
  readonly next?: string;
}

/** A departure of an answer's body from the shape that the operation has. */
export interface Oddity {
  /**
   * A field nobody knows, one of a wrong type, one that must be there and is not, or an id that is not the object's.
   * Or a matter of style: `null` where the service writes nothing, or a document within the body that has other parts.
   */
  readonly kind: 'extra' | 'type' | 'missing' | 'id' | 'style';
  /** Where, as a path into the body: `attributes.enabled`, `value[3].id`. */
  readonly path: string;
  /** What is odd, in words. */
  readonly problem: string;
  /** The name of the item of a list that it stands in; absent outside of items. */
  readonly item?: string;
}

/** What came back, normalised. Never a raw body. */
export interface Answer {
  readonly status: number;
  readonly refusal?: Refusal;
  readonly object?: ObjectView;
  readonly page?: Page;
  /** The blob that a backup answered. */
  readonly blob?: string;
  /** `WWW-Authenticate` of a 401: where to get a token, and for what. */
  readonly challenge?: string;
  /** The id of the operation that the answer points to, where it takes its time: the purge of a vault. */
  readonly operation?: string;
  /** How far such an operation says that it is: `NotStarted`, `Succeeded`. */
  readonly progress?: string;
  /** What in the body is not of the operation's shape; empty when all of it is. */
  readonly oddities: readonly Oddity[];
}

/** Why there is no answer: the call may have happened or not. */
export interface Lost {
  readonly lost: 'timeout' | 'reset' | 'unreadable' | 'server-error' | 'redirect' | 'aborted';
  /** What happened, in words. */
  readonly detail: string;
}
