import { requestedVersion } from '../../objects/requestedVersion.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateBundle, certificateVersionBundle } from '../certificateBundle.ts';
import { certificateErrors } from '../certificateErrors.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';

/** GET /certificates/{name}[/{version}]: the latest version with its policy, or a version without; disabled or not. */
export function getCertificate(request: VaultRequest): Answer {
  const certificate = certificateLifecycle(request).live(request.name);
  if (request.version === undefined) return ok(certificateBundle(request, certificate));
  const version = requestedVersion(certificate, request, certificateErrors);
  return ok(certificateVersionBundle(request, certificate, version));
}
