import { latestVersion } from '../../objects/storedObject.ts';
import { deletedBundle } from '../secretBundle.ts';
import { secretErrors } from '../secretErrors.ts';
import type { SecretRequest } from '../secretRequest.ts';

/** GET /deletedsecrets/{name}: what was deleted and until when it can be recovered. A disabled secret is not shown. */
export function getDeletedSecret(request: SecretRequest): object {
  const secret = request.lifecycle.deleted(request.name);
  if (!latestVersion(secret).enabled) throw secretErrors.disabled();
  return deletedBundle(request, secret);
}
