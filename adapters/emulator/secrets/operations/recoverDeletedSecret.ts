import { objectId } from '../../objects/objectView.ts';
import { latestVersion } from '../../objects/storedObject.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { versionBundle } from '../secretBundle.ts';
import { SECRET } from '../secretKind.ts';
import { secretLifecycle } from '../secretLifecycle.ts';

/** POST /deletedsecrets/{name}/recover: makes a deleted secret live again. */
export function recoverDeletedSecret(request: VaultRequest): Answer {
  const secret = secretLifecycle(request).recover(request.name, (found) =>
    objectId(request, SECRET, found.name, latestVersion(found).id),
  );
  return ok(versionBundle(request, secret, latestVersion(secret)));
}
