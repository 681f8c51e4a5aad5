import type { Command, Kind } from '../command.ts';

type Named = Pick<Command, 'op' | 'kind'> & { readonly use?: string };

/** Operations that only vaults have. */
type VaultOp =
  | 'checkName'
  | 'getPurgeResult'
  | 'updateAccessPolicy'
  | 'putExtension'
  | 'getExtension'
  | 'createGroup'
  | 'deleteGroup';

/** Operations of the management plane, whose names follow no pattern. */
const VAULT_NAMES: Readonly<Partial<Record<Command['op'], string>>> = {
  create: 'VaultCreateOrUpdate',
  recover: 'VaultRecover',
  update: 'VaultUpdate',
  get: 'VaultGet',
  delete: 'VaultDelete',
  list: 'VaultList',
  getDeleted: 'DeletedVaultGet',
  listDeleted: 'DeletedVaultList',
  purge: 'DeletedVaultPurge',
  getPurgeResult: 'OperationResult',
  checkName: 'CheckNameAvailability',
  updateAccessPolicy: 'UpdateAccessPolicy',
  putExtension: 'ExtensionCreateOrUpdate',
  getExtension: 'ExtensionGet',
  createGroup: 'ResourceGroupCreateOrUpdate',
  deleteGroup: 'ResourceGroupDelete',
};

/** Operations whose name is the pattern with the kind put in for `*`. */
const PATTERNS: Readonly<Record<Exclude<Command['op'], 'use' | VaultOp>, string>> = {
  set: 'Set*',
  create: 'Create*',
  import: 'Import*',
  rotate: 'Rotate*',
  get: 'Get*',
  update: 'Update*',
  delete: 'Delete*',
  getDeleted: 'GetDeleted*',
  recover: 'RecoverDeleted*',
  purge: 'PurgeDeleted*',
  backup: 'Backup*',
  restore: 'Restore*',
  list: 'List*s',
  listDeleted: 'ListDeleted*s',
  listVersions: 'List*Versions',
  merge: 'Merge*',
  getOperation: 'Get*Operation',
  updateOperation: 'Update*Operation',
  deleteOperation: 'Delete*Operation',
  getPolicy: 'Get*Policy',
  updatePolicy: 'Update*Policy',
  getRotationPolicy: 'Get*RotationPolicy',
  updateRotationPolicy: 'Update*RotationPolicy',
};

const TITLES: Readonly<Record<Exclude<Kind, 'vault'>, string>> = {
  secret: 'Secret',
  key: 'Key',
  certificate: 'Certificate',
  issuer: 'CertificateIssuer',
  contacts: 'CertificateContacts',
};

/** Key Vault's name of a command's operation: `GetDeletedSecret`, `WrapKey`, `VaultDelete`. */
export function operationName(command: Named): string {
  if (command.op === 'use') {
    const use = command.use ?? 'use';
    return use === 'release' ? 'ReleaseKey' : use.charAt(0).toUpperCase() + use.slice(1);
  }
  const { op, kind } = command;
  if (kind === 'vault' || !isPattern(op)) return VAULT_NAMES[op] ?? op;
  return PATTERNS[op].replace('*', TITLES[kind]);
}

function isPattern(op: Command['op']): op is keyof typeof PATTERNS {
  return op in PATTERNS;
}
