import type { Fields } from './fields.ts';

/**
 * The kinds of thing that calls are about: the objects that a vault keeps, of which the first three are soft-deleted
 * (SD-10), and vaults themselves, which the management plane keeps.
 */
export type Kind = 'secret' | 'key' | 'certificate' | 'issuer' | 'contacts' | 'vault';

/** The kinds of what a vault keeps. */
export const OBJECT_KINDS = ['secret', 'key', 'certificate', 'issuer', 'contacts'] as const;

/** The kind of what a vault keeps. */
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** Where in Azure Resource Manager a vault stands, as far as a call says; group and location in lower case. */
export interface VaultScope {
  readonly subscription?: string;
  readonly resourceGroup?: string;
  readonly location?: string;
}

/** What every call says. */
interface Call {
  /**
   * What was asked: a vault, by any token that is the same for the same vault throughout a run or a recording; for
   * calls about vaults themselves the management plane's own token.
   */
  readonly vault: string;
  /** For calls about vaults: where they stand. */
  readonly scope?: VaultScope;
  /** The kind of object asked for. */
  readonly kind: Kind;
  /** Who makes the call, by the name that the target's principals have; absent for a caller who may do everything. */
  readonly principal?: string;
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

/**
 * A new version of an object, or an issuer, the contacts or a vault as a whole: `PUT /secrets/{name}`,
 * `POST /keys/{name}/create`, `PUT /keys/{name}`, `POST /certificates/{name}/create` and `/import`,
 * `PUT /certificates/issuers/{name}`, `PUT .../vaults/{name}`.
 */
export interface SetCommand extends NamedCall {
  readonly op: 'set' | 'create' | 'import';
  readonly input: Input;
  readonly broken?: BrokenBody;
}

/** A call that a certificate's own documents take: its policy, its pending operation, a merge; a key's rotation policy. */
export interface DocumentCommand extends NamedCall {
  readonly op: 'updatePolicy' | 'updateOperation' | 'merge' | 'updateRotationPolicy';
  readonly input: Input;
}

/** What a key is used for. */
export type KeyUse = 'encrypt' | 'decrypt' | 'sign' | 'verify' | 'wrapKey' | 'unwrapKey' | 'release';

/** `POST /keys/{name}[/{version}]/sign` and its like. */
export interface UseCommand extends NamedCall {
  readonly op: 'use';
  readonly use: KeyUse;
  readonly version?: string;
  /** Whether the request is known to ask for something that the key cannot do. */
  readonly input: Input;
}

/** `GET /secrets/{name}[/{version}]`. */
export interface GetCommand extends NamedCall {
  readonly op: 'get';
  readonly version?: string;
}

/** `PATCH /secrets/{name}[/{version}]`, and the same of a vault. */
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

/** `POST /deletedsecrets/{name}/recover`; for a vault a PUT with `createMode: recover`, which has a body. */
export interface RecoverCommand extends NamedCall {
  readonly op: 'recover';
  /** For a vault: what was sent beside `createMode`. */
  readonly input?: Input;
}

/** `PUT .../vaults/{name}/accessPolicies/{change}`. */
export interface AccessPolicyCommand extends NamedCall {
  readonly op: 'updateAccessPolicy';
  readonly change: 'add' | 'replace' | 'remove';
  readonly input: Input;
}

/** What hangs on a vault without being a part of it: extension resources, as Azure Resource Manager calls them. */
export type Extension = 'eventSubscription' | 'roleAssignment';

/** `PUT .../vaults/{name}/providers/Microsoft.EventGrid/eventSubscriptions/{id}` and its like. */
export interface PutExtensionCommand extends NamedCall {
  readonly op: 'putExtension';
  readonly extension: Extension;
  readonly id: string;
  readonly input: Fields;
}

/** `GET .../vaults/{name}/providers/Microsoft.EventGrid/eventSubscriptions/{id}` and its like. */
export interface GetExtensionCommand extends NamedCall {
  readonly op: 'getExtension';
  readonly extension: Extension;
  readonly id: string;
}

/**
 * `PUT .../resourceGroups/{group}`: makes the group that is there for one vault alone, which is named after it. The name
 * is the vault's.
 */
export interface CreateGroupCommand extends NamedCall {
  readonly op: 'createGroup';
  readonly input: Fields;
}

/** `DELETE .../resourceGroups/{group}`: deletes the group that is there for one vault alone. The name is the vault's. */
export interface DeleteGroupCommand extends NamedCall {
  readonly op: 'deleteGroup';
}

/** `GET .../operationResults/{operation}`: how far the purge of a vault is. */
export interface PurgeResultCommand extends Call {
  readonly op: 'getPurgeResult';
  /** The operation's id, as the answer to the purge told it. */
  readonly operation: string;
}

/** The calls that a name alone describes. */
export interface NameCommand extends NamedCall {
  readonly op:
    | 'getDeleted'
    | 'purge'
    | 'checkName'
    | 'backup'
    | 'rotate'
    | 'getRotationPolicy'
    | 'getPolicy'
    | 'getOperation'
    | 'deleteOperation';
}

/** `GET /secrets/{name}/versions`. */
export interface ListVersionsCommand extends NamedCall, PageRequest {
  readonly op: 'listVersions';
}

/** `GET /secrets` and `GET /deletedsecrets`: one page. */
export interface ListCommand extends Call, PageRequest {
  readonly op: 'list' | 'listDeleted';
  /** `includePending`: whether certificates are listed that are only being created (CR-09). */
  readonly includePending?: boolean;
}

/** `POST /secrets/restore`. */
export interface RestoreCommand extends Call {
  readonly op: 'restore';
  /** The backup blob, as `backup` answered it. */
  readonly blob: string;
  /** True when the blob is known to be none: it was made up, or damaged on purpose. */
  readonly malformed?: boolean;
}

/** What a client may ask. */
export type Command =
  | SetCommand
  | DocumentCommand
  | UseCommand
  | GetCommand
  | UpdateCommand
  | DeleteCommand
  | RecoverCommand
  | AccessPolicyCommand
  | PutExtensionCommand
  | GetExtensionCommand
  | CreateGroupCommand
  | DeleteGroupCommand
  | PurgeResultCommand
  | NameCommand
  | ListVersionsCommand
  | ListCommand
  | RestoreCommand;

/** The name of an operation, whatever its kind. */
export type Op = Command['op'];
