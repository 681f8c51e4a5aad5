import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { keyLifecycle } from '../keyLifecycle.ts';
import { readRotationPolicy } from '../rotation/rotationPolicy.ts';
import { rotationPolicyBundle } from '../rotation/rotationPolicyBundle.ts';

/** PUT /keys/{name}/rotationpolicy: says how a live key is renewed, in place of what was said before. */
export function updateRotationPolicy(request: VaultRequest): Answer {
  const policy = readRotationPolicy(request.body(), request.now);
  const key = keyLifecycle(request).changeable(request.name, 'update');
  key.rotationPolicy = { ...policy, created: key.rotationPolicy?.created ?? policy.created };
  return ok(rotationPolicyBundle(request, key));
}
