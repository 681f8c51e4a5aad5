import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { operationBundle } from '../pending/operationBundle.ts';
import { pendingCertificate } from '../pending/pendingCertificate.ts';

/** DELETE /certificates/{name}/pending: forgets the making of a version, and with it what was not made yet; the certificate stays (CR-06). */
export function deleteOperation(request: VaultRequest): Answer {
  const { certificate, operation } = pendingCertificate(request);
  certificate.operation = undefined;
  request.vault.unsettled.delete(certificate);
  return ok(operationBundle(request, certificate.name, operation));
}
