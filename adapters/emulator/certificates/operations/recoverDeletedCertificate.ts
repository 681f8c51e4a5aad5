import { latestVersion } from '../../objects/storedObject.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateBundle, certificateId } from '../certificateBundle.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';
import { followLife } from '../linked/linkedObjects.ts';

/** POST /deletedcertificates/{name}/recover: makes a deleted certificate live again, with its key and its secret. */
export function recoverDeletedCertificate(request: VaultRequest): Answer {
  const certificate = certificateLifecycle(request).recover(request.name, (found) =>
    certificateId(request, found.name, latestVersion(found)),
  );
  followLife(request.vault, certificate);
  return ok(certificateBundle(request, certificate));
}
