import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';
import { policyBundle } from '../policy/policyBundle.ts';

/** GET /certificates/{name}/policy: how the versions of a live certificate are made. */
export function getCertificatePolicy(request: VaultRequest): Answer {
  const { name, policy } = certificateLifecycle(request).live(request.name);
  return ok(policyBundle(request, name, policy));
}
