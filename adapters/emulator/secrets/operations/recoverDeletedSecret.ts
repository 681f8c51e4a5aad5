import { latestVersion } from '../../objects/storedObject.ts';
import { secretId, versionBundle } from '../secretBundle.ts';
import type { SecretRequest } from '../secretRequest.ts';

/** POST /deletedsecrets/{name}/recover: makes a deleted secret live again. */
export function recoverDeletedSecret(request: SecretRequest): object {
  const secret = request.lifecycle.recover(request.name, (found) =>
    secretId(request, found.name, latestVersion(found).id),
  );
  return versionBundle(request, secret, latestVersion(secret));
}
