import { deletedBundle } from '../secretBundle.ts';
import type { SecretRequest } from '../secretRequest.ts';

/** DELETE /secrets/{name}: deletes a live secret with all its versions. */
export function deleteSecret(request: SecretRequest): object {
  return deletedBundle(request, request.lifecycle.delete(request.name));
}
