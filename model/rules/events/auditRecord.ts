import type { Answer } from '../../answer.ts';
import type { Command, Kind } from '../../command.ts';
import type { Operation } from '../../operations.ts';
import type { RuleId } from '../../rule.ts';

/** The record that a call must leave in the logs of its vault, category `AuditEvent`. */
export interface AuditRecord {
  /** Azure's name of the operation in its logs: `SecretGetDeleted`, `VaultPatch`. */
  readonly operationName: string;
  readonly resultType: 'Success' | 'Failed';
  /** The phrase of the HTTP status. */
  readonly resultSignature: string;
  readonly httpStatusCode: number;
  /** The rule that says so. */
  readonly rule: RuleId;
}

/** What the names of operations on objects end in (EV-03); undefined where the list of operations has no name. */
const WORDS: Readonly<Partial<Record<Command['op'], string>>> = {
  set: 'Set',
  create: 'Create',
  import: 'Import',
  rotate: 'Rotate',
  get: 'Get',
  update: 'Update',
  delete: 'Delete',
  getDeleted: 'GetDeleted',
  recover: 'Recover',
  purge: 'Purge',
  backup: 'Backup',
  restore: 'Restore',
  list: 'List',
  listDeleted: 'ListDeleted',
  listVersions: 'ListVersions',
  merge: 'PendingMerge',
  getOperation: 'PendingGet',
  updateOperation: 'PendingUpdate',
  deleteOperation: 'PendingDelete',
  getPolicy: 'PolicyGet',
  updatePolicy: 'PolicyUpdate',
  getRotationPolicy: 'RotationPolicyGet',
  updateRotationPolicy: 'RotationPolicySet',
};

/** Operations on vaults (EV-04): the lists name no list, no look at what is deleted, and no purge. */
const VAULT_NAMES: Readonly<Partial<Record<Command['op'], string>>> = {
  create: 'VaultPut',
  recover: 'VaultRecover',
  update: 'VaultPatch',
  updateAccessPolicy: 'VaultPatch',
  get: 'VaultGet',
  delete: 'VaultDelete',
};

const USES: Readonly<Record<string, string>> = { wrapKey: 'KeyWrap', unwrapKey: 'KeyUnwrap' };

const TITLES: Readonly<Record<Exclude<Kind, 'vault'>, string>> = {
  secret: 'Secret',
  key: 'Key',
  certificate: 'Certificate',
  issuer: 'CertificateIssuer',
  contacts: 'CertificateContacts',
};

/** The phrases of the statuses that Key Vault answers. */
const PHRASES: ReadonlyMap<number, string> = new Map([
  [200, 'OK'],
  [201, 'Created'],
  [202, 'Accepted'],
  [204, 'No Content'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [409, 'Conflict'],
  [429, 'Too Many Requests'],
]);

/** Azure's name of a command in its logs; undefined where its documents list none. */
export function auditName({ op, kind, use }: Operation): string | undefined {
  if (kind === 'vault') return VAULT_NAMES[op];
  if (use !== undefined) return USES[use] ?? `Key${use.charAt(0).toUpperCase()}${use.slice(1)}`;
  // The list of issuers alone is named in the plural.
  if (kind === 'issuer' && op === 'list') return 'CertificateIssuersList';
  const word = WORDS[op];
  return word && TITLES[kind] + word;
}

/**
 * The record that a call must leave when it is answered so; undefined where the documents name none. A call without a
 * good token is logged under another name: its operation is never looked at.
 */
export function auditRecord(command: Operation, { status }: Pick<Answer, 'status'>): AuditRecord | undefined {
  const operationName = status === 401 ? 'Authentication' : auditName(command);
  if (operationName === undefined) return undefined;
  return {
    operationName,
    resultType: status < 400 ? 'Success' : 'Failed',
    resultSignature: PHRASES.get(status) ?? String(status),
    httpStatusCode: status,
    rule: command.kind === 'vault' ? 'EV-04' : 'EV-03',
  };
}
