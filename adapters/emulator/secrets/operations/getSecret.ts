import { requestedVersion } from '../requestedVersion.ts';
import { valueBundle } from '../secretBundle.ts';
import { secretErrors } from '../secretErrors.ts';
import type { SecretRequest } from '../secretRequest.ts';

/** GET /secrets/{name}[/{version}]: a version with its value, unless it is disabled. */
export function getSecret(request: SecretRequest): object {
  const secret = request.lifecycle.live(request.name);
  const version = requestedVersion(request, secret);
  if (!version.enabled) throw secretErrors.disabled();
  return valueBundle(request, secret, version);
}
