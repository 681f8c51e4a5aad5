import { type NeededPermission, type Route, routesOf } from '../requests/route.ts';
import { backupSecret } from './operations/backupSecret.ts';
import { deleteSecret } from './operations/deleteSecret.ts';
import { getDeletedSecret } from './operations/getDeletedSecret.ts';
import { getSecret } from './operations/getSecret.ts';
import { listDeletedSecrets } from './operations/listDeletedSecrets.ts';
import { listSecrets } from './operations/listSecrets.ts';
import { listSecretVersions } from './operations/listSecretVersions.ts';
import { purgeDeletedSecret } from './operations/purgeDeletedSecret.ts';
import { recoverDeletedSecret } from './operations/recoverDeletedSecret.ts';
import { restoreSecret } from './operations/restoreSecret.ts';
import { setSecret } from './operations/setSecret.ts';
import { updateSecret } from './operations/updateSecret.ts';

/** What an operation needs: the access policy's word, and the data action where that is not called like the word. */
function needs(policy: string, action = `${policy}/action`): NeededPermission {
  return { kind: 'secrets', policy, action: `secrets/${action}` };
}

const GET = needs('get', 'getSecret/action');
const LIST = needs('list', 'readMetadata/action');
const UPDATE = needs('set', 'update/action');

/** Every operation on secrets. */
export const SECRET_ROUTES: readonly Route[] = routesOf([
  ['GET secrets', listSecrets, 'SecretList', LIST],
  ['PUT secrets/{name}', setSecret, 'SecretSet', needs('set', 'setSecret/action')],
  ['GET secrets/{name}', getSecret, 'SecretGet', GET],
  ['GET secrets/{name}/{version}', getSecret, 'SecretGet', GET],
  ['PATCH secrets/{name}', updateSecret, 'SecretUpdate', UPDATE],
  ['PATCH secrets/{name}/{version}', updateSecret, 'SecretUpdate', UPDATE],
  ['DELETE secrets/{name}', deleteSecret, 'SecretDelete', needs('delete', 'delete')],
  ['GET secrets/{name}/versions', listSecretVersions, 'SecretListVersions', LIST],
  ['POST secrets/{name}/backup', backupSecret, 'SecretBackup', needs('backup'), { changes: false }],
  ['POST secrets/restore', restoreSecret, 'SecretRestore', needs('restore')],
  ['GET deletedsecrets', listDeletedSecrets, 'SecretListDeleted', LIST, { needsSoftDelete: 'list' }],
  ['GET deletedsecrets/{name}', getDeletedSecret, 'SecretGetDeleted', GET, { needsSoftDelete: 'get' }],
  [
    'POST deletedsecrets/{name}/recover',
    recoverDeletedSecret,
    'SecretRecover',
    needs('recover'),
    { needsSoftDelete: 'recover' },
  ],
  [
    'DELETE deletedsecrets/{name}',
    purgeDeletedSecret,
    'SecretPurge',
    needs('purge'),
    { needsSoftDelete: 'purge' },
  ],
]);
