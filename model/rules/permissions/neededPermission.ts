import type { KeyUse, Kind, Op } from '../../command.ts';
import type { Operation } from '../../operations.ts';
import type { Collection } from '../../principal.ts';

/**
 * PM-01: what an operation needs. Where sources name several permissions, or leave open which it is, all are listed: who
 * has all of them may call for certain, who has none may not, and of who has some nothing is known.
 */
export interface NeededPermission {
  /** PM-16: that of the collection in the URL. */
  readonly collection: Collection;
  /** The word of an access policy. */
  readonly policy: readonly string[];
  /** The data action of a role, after `Microsoft.KeyVault/vaults/`. */
  readonly actions: readonly string[];
}

type Row = readonly [policy: string | readonly string[], action: string | readonly string[]];
type Table = Readonly<Partial<Record<Op, Row>>>;

const SECRETS: Table = {
  set: ['set', 'secrets/setSecret/action'],
  get: ['get', 'secrets/getSecret/action'],
  update: ['set', 'secrets/update/action'],
  list: ['list', 'secrets/readMetadata/action'],
  listVersions: ['list', 'secrets/readMetadata/action'],
  listDeleted: ['list', 'secrets/readMetadata/action'],
  // OQ-18: no source tells which of the two actions opens a deleted secret.
  getDeleted: ['get', ['secrets/readMetadata/action', 'secrets/getSecret/action']],
  ...lifecycle('secrets'),
};

const KEYS: Table = {
  create: ['create', 'keys/create/action'],
  import: ['import', 'keys/import/action'],
  get: ['get', 'keys/read'],
  update: ['update', 'keys/update/action'],
  list: ['list', 'keys/read'],
  listVersions: ['list', 'keys/read'],
  listDeleted: ['list', 'keys/read'],
  getDeleted: ['get', 'keys/read'],
  rotate: ['rotate', 'keys/rotate/action'],
  // The specification asks for `get` and `update`, the list of permissions has words of their own for these two.
  getRotationPolicy: [
    ['get', 'getrotationpolicy'],
    ['keyrotationpolicies/read', 'keys/read'],
  ],
  updateRotationPolicy: [
    ['update', 'setrotationpolicy'],
    ['keyrotationpolicies/write', 'keys/update/action'],
  ],
  ...lifecycle('keys'),
};

const CERTIFICATES: Table = {
  create: ['create', 'certificates/create/action'],
  import: ['import', 'certificates/import/action'],
  merge: ['create', 'certificates/create/action'],
  get: ['get', 'certificates/read'],
  update: ['update', 'certificates/update/action'],
  list: ['list', 'certificates/read'],
  listVersions: ['list', 'certificates/read'],
  // The specification asks for `get/list`, and does not say whether one of them will do.
  listDeleted: [['get', 'list'], 'certificates/read'],
  getDeleted: ['get', 'certificates/read'],
  getPolicy: ['get', 'certificates/read'],
  updatePolicy: ['update', 'certificates/update/action'],
  getOperation: ['get', 'certificates/read'],
  updateOperation: ['update', 'certificates/update/action'],
  // Not `delete`, says the specification: what goes is not the certificate.
  deleteOperation: ['update', 'certificates/update/action'],
  ...lifecycle('certificates'),
};

const ISSUERS: Table = {
  set: [['setissuers', 'manageissuers'], 'certificatecas/write'],
  update: [['setissuers', 'manageissuers'], 'certificatecas/write'],
  get: [['getissuers', 'manageissuers'], 'certificatecas/read'],
  list: [['listissuers', 'getissuers', 'manageissuers'], 'certificatecas/read'],
  delete: [['deleteissuers', 'manageissuers'], 'certificatecas/delete'],
};

const CONTACTS: Table = {
  set: ['managecontacts', 'certificatecontacts/write'],
  get: ['managecontacts', 'certificatecontacts/write'],
  delete: ['managecontacts', 'certificatecontacts/write'],
};

/** What moves an object through its life, and backups: named alike in all collections. */
function lifecycle(collection: Collection): Table {
  return {
    delete: ['delete', `${collection}/delete`],
    recover: ['recover', `${collection}/recover/action`],
    purge: ['purge', `${collection}/purge/action`],
    backup: ['backup', `${collection}/backup/action`],
    restore: ['restore', `${collection}/restore/action`],
  };
}

const TABLES: Readonly<
  Record<Exclude<Kind, 'vault'>, { readonly collection: Collection; readonly table: Table }>
> = {
  secret: { collection: 'secrets', table: SECRETS },
  key: { collection: 'keys', table: KEYS },
  certificate: { collection: 'certificates', table: CERTIFICATES },
  issuer: { collection: 'certificates', table: ISSUERS },
  contacts: { collection: 'certificates', table: CONTACTS },
};

/** The part of a data action that names a use of a key. */
const USES: Readonly<Partial<Record<KeyUse, string>>> = { wrapKey: 'wrap', unwrapKey: 'unwrap' };

/** What a call to the data plane needs; undefined for calls about vaults, and for what no such object has. */
export function neededPermission({ op, kind, use }: Operation): NeededPermission | undefined {
  if (kind === 'vault') return undefined;
  const { collection, table } = TABLES[kind];
  if (use !== undefined) {
    const action = `keys/${USES[use] ?? use}/action`;
    return { collection: 'keys', policy: [use.toLowerCase()], actions: [action] };
  }
  const row = table[op];
  return row && { collection, policy: [row[0]].flat(), actions: [row[1]].flat() };
}
