import { latestVersion } from '../../objects/storedObject.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { keyAnswer, keyId } from '../keyBundle.ts';
import { keyLifecycle } from '../keyLifecycle.ts';

/** POST /deletedkeys/{name}/recover: makes a deleted key live again. */
export function recoverDeletedKey(request: VaultRequest): Answer {
  const key = keyLifecycle(request).recover(request.name, (found) =>
    keyId(request, found, latestVersion(found)),
  );
  return keyAnswer(request, key, latestVersion(key));
}
