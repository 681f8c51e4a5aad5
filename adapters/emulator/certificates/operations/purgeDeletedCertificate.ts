import { type Answer, NO_CONTENT } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';
import { followLife } from '../linked/linkedObjects.ts';

/** DELETE /deletedcertificates/{name}: destroys a deleted certificate for good, with its key and its secret. */
export function purgeDeletedCertificate(request: VaultRequest): Answer {
  const certificate = certificateLifecycle(request).purge(request.name);
  if (certificate !== undefined) followLife(request.vault, certificate);
  return NO_CONTENT;
}
