import type { Command, Kind } from '../command.ts';

type Named = Pick<Command, 'op' | 'kind'> & { readonly use?: string };

/** Operations whose name is the pattern with the kind put in for `*`. */
const PATTERNS: Readonly<Record<Exclude<Command['op'], 'use'>, string>> = {
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

const TITLES: Readonly<Record<Kind, string>> = {
  secret: 'Secret',
  key: 'Key',
  certificate: 'Certificate',
  issuer: 'CertificateIssuer',
  contacts: 'CertificateContacts',
};

/** Key Vault's name of a command's operation: `GetDeletedSecret`, `WrapKey`. */
export function operationName(command: Named): string {
  if (command.op === 'use') {
    const use = command.use ?? 'use';
    return use === 'release' ? 'ReleaseKey' : use.charAt(0).toUpperCase() + use.slice(1);
  }
  return PATTERNS[command.op].replace('*', TITLES[command.kind]);
}
