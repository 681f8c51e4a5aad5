import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { operationBundle } from '../pending/operationBundle.ts';
import { pendingCertificate } from '../pending/pendingCertificate.ts';

/** GET /certificates/{name}/pending: where the making of the latest version stands, as long as it is kept. */
export function getOperation(request: VaultRequest): Answer {
  const { certificate, operation } = pendingCertificate(request);
  return ok(operationBundle(request, certificate.name, operation));
}
