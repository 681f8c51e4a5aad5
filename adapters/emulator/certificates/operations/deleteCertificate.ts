import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { deletedCertificateBundle } from '../certificateBundle.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';
import { followLife, removeLinked } from '../linked/linkedObjects.ts';
import { stopOperation } from '../pending/settleOperations.ts';

/** DELETE /certificates/{name}: deletes a live certificate with all its versions, its key and its secret. */
export function deleteCertificate(request: VaultRequest): Answer {
  const { vault } = request;
  const certificate = certificateLifecycle(request).delete(request.name);
  stopOperation(vault, certificate);
  if (vault.softDelete) followLife(vault, certificate);
  else removeLinked(vault, certificate);
  return ok(deletedCertificateBundle(request, certificate));
}
