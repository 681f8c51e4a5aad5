import { type NeededPermission, type Route, type RouteRow, routesOf } from '../requests/route.ts';
import type { VaultOperation } from '../requests/vaultRequest.ts';
import { backupKey } from './operations/backupKey.ts';
import { cipherWithKey } from './operations/cipherWithKey.ts';
import { createKey } from './operations/createKey.ts';
import { deleteKey } from './operations/deleteKey.ts';
import { getDeletedKey } from './operations/getDeletedKey.ts';
import { getKey } from './operations/getKey.ts';
import { getRotationPolicy } from './operations/getRotationPolicy.ts';
import { importKey } from './operations/importKey.ts';
import { listDeletedKeys } from './operations/listDeletedKeys.ts';
import { listKeys } from './operations/listKeys.ts';
import { listKeyVersions } from './operations/listKeyVersions.ts';
import { noKeyOperation } from './operations/noKeyOperation.ts';
import { purgeDeletedKey } from './operations/purgeDeletedKey.ts';
import { recoverDeletedKey } from './operations/recoverDeletedKey.ts';
import { releaseKey } from './operations/releaseKey.ts';
import { restoreKey } from './operations/restoreKey.ts';
import { rotateKey } from './operations/rotateKey.ts';
import { signWithKey, verifyWithKey } from './operations/signWithKey.ts';
import { updateKey } from './operations/updateKey.ts';
import { updateRotationPolicy } from './operations/updateRotationPolicy.ts';

/** What an operation needs: the access policy's word, and the data action where that is not called like the word. */
function needs(policy: string, action = `${policy}/action`): NeededPermission {
  return { kind: 'keys', policy, action: `keys/${action}` };
}

const CREATE = needs('create');
const GET = needs('get', 'read');
const LIST = needs('list', 'read');
const UPDATE = needs('update');
const ROTATION_READ: NeededPermission = {
  kind: 'keys',
  policy: 'getrotationpolicy',
  action: 'keyrotationpolicies/read',
};
const ROTATION_WRITE: NeededPermission = {
  kind: 'keys',
  policy: 'setrotationpolicy',
  action: 'keyrotationpolicies/write',
};

/** A use of a key, with and without a version in its path. */
function use(path: string, operation: VaultOperation, audit: string, needed: NeededPermission): RouteRow[] {
  const unchanging = { changes: false };
  return [
    [`POST keys/{name}/${path}`, operation, audit, needed, unchanging],
    [`POST keys/{name}/{version}/${path}`, operation, audit, needed, unchanging],
  ];
}

/** Every operation on keys. */
export const KEY_ROUTES: readonly Route[] = routesOf([
  ['GET keys', listKeys, 'KeyList', LIST],
  ['POST keys/{name}', noKeyOperation, 'KeyCreate', CREATE],
  ['POST keys/{name}/create', createKey, 'KeyCreate', CREATE],
  ['PUT keys/{name}', importKey, 'KeyImport', needs('import')],
  ['GET keys/{name}', getKey, 'KeyGet', GET],
  ['GET keys/{name}/{version}', getKey, 'KeyGet', GET],
  ['PATCH keys/{name}', updateKey, 'KeyUpdate', UPDATE],
  ['PATCH keys/{name}/{version}', updateKey, 'KeyUpdate', UPDATE],
  ['DELETE keys/{name}', deleteKey, 'KeyDelete', needs('delete', 'delete')],
  ['GET keys/{name}/versions', listKeyVersions, 'KeyListVersions', LIST],
  ['POST keys/{name}/backup', backupKey, 'KeyBackup', needs('backup'), { changes: false }],
  ['POST keys/restore', restoreKey, 'KeyRestore', needs('restore')],
  ['POST keys/{name}/rotate', rotateKey, 'KeyRotate', needs('rotate')],
  ['GET keys/{name}/rotationpolicy', getRotationPolicy, 'KeyRotationPolicyGet', ROTATION_READ],
  ['PUT keys/{name}/rotationpolicy', updateRotationPolicy, 'KeyRotationPolicySet', ROTATION_WRITE],
  ...use('encrypt', cipherWithKey('encrypt'), 'KeyEncrypt', needs('encrypt')),
  ...use('decrypt', cipherWithKey('decrypt'), 'KeyDecrypt', needs('decrypt')),
  ...use('wrapkey', cipherWithKey('wrapKey'), 'KeyWrap', needs('wrapKey', 'wrap/action')),
  ...use('unwrapkey', cipherWithKey('unwrapKey'), 'KeyUnwrap', needs('unwrapKey', 'unwrap/action')),
  ...use('sign', signWithKey, 'KeySign', needs('sign')),
  ...use('verify', verifyWithKey, 'KeyVerify', needs('verify')),
  ...use('release', releaseKey, 'KeyRelease', needs('release')),
  ['GET deletedkeys', listDeletedKeys, 'KeyListDeleted', LIST, { needsSoftDelete: 'list' }],
  ['GET deletedkeys/{name}', getDeletedKey, 'KeyGetDeleted', GET, { needsSoftDelete: 'get' }],
  [
    'POST deletedkeys/{name}/recover',
    recoverDeletedKey,
    'KeyRecover',
    needs('recover'),
    { needsSoftDelete: 'recover' },
  ],
  ['DELETE deletedkeys/{name}', purgeDeletedKey, 'KeyPurge', needs('purge'), { needsSoftDelete: 'purge' }],
]);
