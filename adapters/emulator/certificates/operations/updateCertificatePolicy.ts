import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';
import { policyBundle } from '../policy/policyBundle.ts';
import { readPolicy } from '../policy/readPolicy.ts';

/** PATCH /certificates/{name}/policy: changes what the body speaks of, for the versions to come. */
export function updateCertificatePolicy(request: VaultRequest): Answer {
  const certificate = certificateLifecycle(request).live(request.name);
  certificate.policy = readPolicy(request.body(), request.now, certificate.policy);
  return ok(policyBundle(request, certificate.name, certificate.policy));
}
