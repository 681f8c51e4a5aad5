import type { Command, KeyUse, Kind } from './command.ts';

/** An operation of Key Vault: what is done, to which kind of thing, and for what a key is used. */
export interface Operation {
  readonly op: Command['op'];
  readonly kind: Kind;
  readonly use?: KeyUse;
}

const SHARED: readonly Command['op'][] = [
  'get',
  'update',
  'delete',
  'getDeleted',
  'recover',
  'purge',
  'backup',
  'restore',
  'list',
  'listDeleted',
  'listVersions',
];

const OPS: Readonly<Record<Kind, readonly Command['op'][]>> = {
  secret: ['set', ...SHARED],
  key: ['create', 'import', 'rotate', ...SHARED, 'getRotationPolicy', 'updateRotationPolicy'],
  certificate: [
    'create',
    'import',
    'merge',
    ...SHARED,
    'getPolicy',
    'updatePolicy',
    'getOperation',
    'updateOperation',
    'deleteOperation',
  ],
  issuer: ['set', 'get', 'update', 'delete', 'list'],
  contacts: ['set', 'get', 'delete'],
  vault: [
    'create',
    'update',
    'updateAccessPolicy',
    'get',
    'delete',
    'list',
    'getDeleted',
    'listDeleted',
    'recover',
    'purge',
    'getPurgeResult',
    'checkName',
    'putExtension',
    'getExtension',
    'createGroup',
    'deleteGroup',
  ],
};

const USES: readonly KeyUse[] = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey', 'release'];

/** Every operation that the model knows, kind by kind. */
export const OPERATIONS: readonly Operation[] = [
  ...(Object.keys(OPS) as Kind[]).flatMap((kind) => OPS[kind].map((op) => ({ op, kind }))),
  ...USES.map((use): Operation => ({ op: 'use', kind: 'key', use })),
];
