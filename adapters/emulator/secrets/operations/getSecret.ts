import { requestedVersion } from '../../objects/requestedVersion.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { valueBundle } from '../secretBundle.ts';
import { secretErrors } from '../secretErrors.ts';
import { secretLifecycle } from '../secretLifecycle.ts';

/** GET /secrets/{name}[/{version}]: a version with its value, unless it is disabled. */
export function getSecret(request: VaultRequest): Answer {
  const secret = secretLifecycle(request).live(request.name);
  const version = requestedVersion(secret, request, secretErrors);
  if (!version.enabled) throw secretErrors.disabled();
  return ok(valueBundle(request, secret, version));
}
