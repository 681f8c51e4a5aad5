import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { deletedBundle } from '../secretBundle.ts';
import { secretLifecycle } from '../secretLifecycle.ts';

/** DELETE /secrets/{name}: deletes a live secret with all its versions. */
export function deleteSecret(request: VaultRequest): Answer {
  return ok(deletedBundle(request, secretLifecycle(request).delete(request.name)));
}
