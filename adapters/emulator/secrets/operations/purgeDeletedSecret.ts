import type { SecretRequest } from '../secretRequest.ts';

/** DELETE /deletedsecrets/{name}: destroys a deleted secret for good. The answer has no body. */
export function purgeDeletedSecret(request: SecretRequest): undefined {
  request.lifecycle.purge(request.name);
}
