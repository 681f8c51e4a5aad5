import type { Fields } from './fields.ts';

/** The kinds of object that a vault keeps. */
export type Kind = 'secret';

/** What every call to the data plane says. */
interface Call {
  /** The vault asked: any token that is the same for the same vault throughout a run or a recording. */
  readonly vault: string;
  /** The kind of object asked for. */
  readonly kind: Kind;
  /** The `api-version` sent; `null` when none was sent; absent when a recording does not tell. */
  readonly apiVersion?: string | null;
}

/** A call about one name. */
interface NamedCall extends Call {
  readonly name: string;
}

/** The part of a list that one call asks for. */
interface PageRequest {
  /** `maxresults` as sent, in items; absent when none was sent or a recording does not tell. */
  readonly maxResults?: number;
  /** The opaque continuation taken from the page before; absent for the first page. */
  readonly next?: string;
  /** True where a recording does not tell whether this is a first page. */
  readonly nextUnrecorded?: boolean;
}

/** What a caller sends with a create or an update; `'unrecorded'` where a recorder kept no request bodies. */
export type Input = Fields | 'unrecorded';

/** A request body that is broken on purpose: none at all, or something that is not JSON. */
export type BrokenBody = 'no-body' | 'not-json';

/** `PUT /secrets/{name}`: a new version of a secret. */
export interface SetCommand extends NamedCall {
  readonly op: 'set';
  readonly input: Input;
  readonly broken?: BrokenBody;
}

/** `GET /secrets/{name}[/{version}]`. */
export interface GetCommand extends NamedCall {
  readonly op: 'get';
  readonly version?: string;
}

/** `PATCH /secrets/{name}[/{version}]`. */
export interface UpdateCommand extends NamedCall {
  readonly op: 'update';
  readonly version?: string;
  readonly input: Input;
  readonly broken?: BrokenBody;
}

/** `DELETE /secrets/{name}`; with a version it is the call that DL-05 forbids. */
export interface DeleteCommand extends NamedCall {
  readonly op: 'delete';
  readonly version?: string;
}

/** The calls that a name alone describes: the deleted object's own, and backup. */
export interface NameCommand extends NamedCall {
  readonly op: 'getDeleted' | 'recover' | 'purge' | 'backup';
}

/** `GET /secrets/{name}/versions`. */
export interface ListVersionsCommand extends NamedCall, PageRequest {
  readonly op: 'listVersions';
}

/** `GET /secrets` and `GET /deletedsecrets`: one page. */
export interface ListCommand extends Call, PageRequest {
  readonly op: 'list' | 'listDeleted';
}

/** `POST /secrets/restore`. */
export interface RestoreCommand extends Call {
  readonly op: 'restore';
  /** The backup blob, as `backup` answered it. */
  readonly blob: string;
  /** True when the blob is known to be none: it was made up, or damaged on purpose. */
  readonly malformed?: boolean;
}

/** What a client may ask of the data plane. */
export type Command =
  | SetCommand
  | GetCommand
  | UpdateCommand
  | DeleteCommand
  | NameCommand
  | ListVersionsCommand
  | ListCommand
  | RestoreCommand;

/** The name of an operation, whatever its kind. */
export type Op = Command['op'];
