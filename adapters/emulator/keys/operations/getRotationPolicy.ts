import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { keyLifecycle } from '../keyLifecycle.ts';
import { rotationPolicyBundle } from '../rotation/rotationPolicyBundle.ts';

/** GET /keys/{name}/rotationpolicy: how a live key is renewed; where nobody said, only a notice before it expires. */
export function getRotationPolicy(request: VaultRequest): Answer {
  return ok(rotationPolicyBundle(request, keyLifecycle(request).live(request.name)));
}
