import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { deletedCertificateBundle } from '../certificateBundle.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';

/** GET /deletedcertificates/{name}: what was deleted and until when it can be recovered. */
export function getDeletedCertificate(request: VaultRequest): Answer {
  return ok(deletedCertificateBundle(request, certificateLifecycle(request).deleted(request.name)));
}
