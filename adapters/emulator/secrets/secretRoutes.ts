import { methodNotAllowed } from '../errors/methodNotAllowed.ts';
import { checkObjectName } from '../objects/objectName.ts';
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
import type { SecretOperation } from './secretRequest.ts';

/** What a path and a method mean. */
interface Route {
  readonly operation: SecretOperation;
  /** Whether a success changes what the vault holds. */
  readonly changes: boolean;
  /** The operation's name in the refusal of a vault without soft delete; undefined for operations that every vault has. */
  readonly needsSoftDelete?: string;
}

/** A route and the names in its path. */
export interface SecretRoute extends Route {
  /** Empty where the path names no secret. */
  readonly name: string;
  readonly version: string | undefined;
}

/** Every operation on secrets, by method and path; a star stands for a name or a version. */
const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['GET secrets', { operation: listSecrets, changes: false }],
  ['POST secrets/restore', { operation: restoreSecret, changes: true }],
  ['PUT secrets/*', { operation: setSecret, changes: true }],
  ['GET secrets/*', { operation: getSecret, changes: false }],
  ['PATCH secrets/*', { operation: updateSecret, changes: true }],
  ['DELETE secrets/*', { operation: deleteSecret, changes: true }],
  ['GET secrets/*/versions', { operation: listSecretVersions, changes: false }],
  ['POST secrets/*/backup', { operation: backupSecret, changes: false }],
  ['GET secrets/*/*', { operation: getSecret, changes: false }],
  ['PATCH secrets/*/*', { operation: updateSecret, changes: true }],
  ['GET deletedsecrets', { operation: listDeletedSecrets, changes: false, needsSoftDelete: 'list' }],
  ['GET deletedsecrets/*', { operation: getDeletedSecret, changes: false, needsSoftDelete: 'get' }],
  ['DELETE deletedsecrets/*', { operation: purgeDeletedSecret, changes: true, needsSoftDelete: 'purge' }],
  [
    'POST deletedsecrets/*/recover',
    { operation: recoverDeletedSecret, changes: true, needsSoftDelete: 'recover' },
  ],
]);

/**
 * What a request about secrets asks for; undefined when its path is none of theirs.
 * Throws 405 when the path is not for this method, and 400 for a name that cannot be one.
 * @param parts the decoded parts of the path.
 */
export function secretRoute(method: string, parts: readonly string[]): SecretRoute | undefined {
  const [collection = '', name, version, ...more] = parts;
  const path = collection.toLowerCase();
  if ((path !== 'secrets' && path !== 'deletedsecrets') || more.length > 0) return undefined;
  if (name === undefined) return { ...routeOf(method, path), name: '', version: undefined };
  if (version === undefined) {
    const literal = ROUTES.get(`${method} ${path}/${name.toLowerCase()}`);
    if (literal !== undefined) return { ...literal, name: '', version: undefined };
    const route = routeOf(method, `${path}/*`);
    checkObjectName(name);
    return { ...route, name, version: undefined };
  }
  const literal = ROUTES.get(`${method} ${path}/*/${version.toLowerCase()}`);
  const route = literal ?? routeOf(method, `${path}/*/*`);
  checkObjectName(name);
  return { ...route, name, version: literal === undefined ? version : undefined };
}

function routeOf(method: string, path: string): Route {
  const route = ROUTES.get(`${method} ${path}`);
  if (route === undefined) throw methodNotAllowed(method);
  return route;
}
