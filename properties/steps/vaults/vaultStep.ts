import type { Extension } from '../../../model/command.ts';
import type { Fields } from '../../../model/fields.ts';
import type { Spelling } from '../spelling.ts';

/** What can be asked about a vault on the management plane. */
export type VaultCall =
  | 'create'
  | 'recover'
  | 'update'
  | 'updateAccessPolicy'
  | 'get'
  | 'delete'
  | 'getDeleted'
  | 'purge'
  | 'getPurgeResult'
  | 'checkName'
  | 'putExtension'
  | 'getExtension'
  | 'createGroup'
  | 'deleteGroup'
  | 'list'
  | 'listDeleted';

/** Another place than the one where vaults are usually made, looked for or recovered; its own group is there for it alone. */
export type Elsewhere =
  | 'own group'
  | 'other group'
  | 'other location'
  | 'other geography'
  | 'other subscription'
  | 'any group';

/** Names that no vault may have (VT-01). */
export type BadVaultName = 'digit first' | 'hyphen last' | 'two hyphens' | 'too long' | 'too short';

/** A call about the vault that a slot names. */
export interface VaultStep {
  readonly vault: VaultCall;
  readonly slot: number;
  /** What is sent, beside what every vault needs. */
  readonly input?: Fields;
  /** What an access policy is changed by; `add` unless given. */
  readonly change?: 'add' | 'replace' | 'remove';
  /** What hangs on the vault; an event subscription unless given. */
  readonly extension?: Extension;
  /** Where, if not where vaults usually are. */
  readonly where?: Elsewhere;
  /** How the name is made one that no vault may have. */
  readonly badName?: BadVaultName;
  /** Who makes it, by the name that the target's principals have; absent for a caller who may do everything. */
  readonly principal?: string;
  readonly spelling?: Spelling;
  /** `api-version`; absent for the usual one. */
  readonly apiVersion?: string;
}
