import type { BrokenBody, KeyUse, ObjectKind } from '../../model/command.ts';
import type { Fields } from '../../model/fields.ts';
import type { Spelling } from './spelling.ts';
import type { VaultStep } from './vaults/vaultStep.ts';

/** Which version of an object a step means, without knowing its id. */
export type VersionRef = 'first' | 'latest' | 'none-such';

/** What all calls of a sequence can vary. */
interface CallForm {
  /** Number of the name in the sequence, from 0. */
  readonly slot: number;
  /** The kind of object that it is about; that of the sequence unless given. */
  readonly kind?: ObjectKind;
  /** Who makes it, by the name that the target's principals have; absent for a caller who may do everything. */
  readonly principal?: string;
  /** Slot of the vault that it is in, for sequences that make vaults of their own. */
  readonly within?: number;
  readonly spelling?: Spelling;
  /** `api-version`: `null` to send none; absent for the usual one. */
  readonly apiVersion?: string | null;
}

/** A new version. */
export interface SetStep extends CallForm {
  readonly call: 'set' | 'create' | 'import';
  readonly input: Fields;
  readonly broken?: BrokenBody;
}

/** A change of attributes or tags. */
export interface UpdateStep extends CallForm {
  readonly call: 'update';
  readonly input: Fields;
  readonly version?: VersionRef;
}

/** A read, or a deletion; a deletion with a version is the call that DL-05 forbids. */
export interface VersionedStep extends CallForm {
  readonly call: 'get' | 'delete';
  readonly version?: VersionRef;
}

/** A call that a name alone describes. */
export interface PlainStep extends CallForm {
  readonly call:
    | 'getDeleted'
    | 'recover'
    | 'purge'
    | 'backup'
    | 'rotate'
    | 'getRotationPolicy'
    | 'getPolicy'
    | 'getOperation'
    | 'deleteOperation';
}

/** A change of a document that a key or a certificate has: its policy, its pending operation. */
export interface DocumentStep extends CallForm {
  readonly call: 'updatePolicy' | 'updateOperation' | 'updateRotationPolicy';
  readonly input: Fields;
}

/** A merge of a certificate that was signed elsewhere: for the request that is pending, or for another key. */
export interface MergeStep extends CallForm {
  readonly call: 'merge';
  readonly signed: 'as asked' | 'for another key';
}

/** A use of a key. */
export interface UseStep extends CallForm {
  readonly call: 'use';
  readonly use: KeyUse;
  readonly version?: VersionRef;
  readonly input: Fields;
}

/** A restore of a backup that the sequence took of the name, or of something that is none. */
export interface RestoreStep extends CallForm {
  readonly call: 'restore';
  readonly blob: 'first' | 'last' | 'malformed';
}

/** A list, read to its end. */
export interface ListStep extends CallForm {
  readonly call: 'list' | 'listDeleted' | 'listVersions';
  /** `maxresults`, in items; absent to send none. */
  readonly pageSize?: number;
  /** Whether certificates are listed that are only being made (CR-09). */
  readonly includePending?: boolean;
}

/** A call of a sequence, in terms that hold for any fresh name. */
export type CallStep =
  | SetStep
  | UpdateStep
  | VersionedStep
  | PlainStep
  | DocumentStep
  | MergeStep
  | UseStep
  | RestoreStep
  | ListStep;

/** The passing of target time: by seconds, or to so many seconds after the scheduled purge of a name. */
export type AdvanceStep =
  | { readonly advance: { readonly seconds: number } }
  | { readonly advance: { readonly slot: number; readonly fromScheduledPurge: number } };

/** Waiting until what the sequence began with a name has settled: by moving the clock, or by looking again. */
export interface SettleStep {
  readonly settle: { readonly slot: number };
}

/**
 * One step of a sequence: symbolic, so that it can be replayed on fresh names and shrunk. What it becomes depends on
 * what came before: `first` version, scheduled purge.
 */
export type Step = CallStep | VaultStep | AdvanceStep | SettleStep;

/** Whether a step is a call. */
export function isCall(step: Step): step is CallStep {
  return 'call' in step;
}

/** Whether a step is a call about a vault. */
export function isVaultCall(step: Step): step is VaultStep {
  return 'vault' in step;
}
