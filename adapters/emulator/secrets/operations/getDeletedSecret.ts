import { latestVersion } from '../../objects/storedObject.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { deletedBundle } from '../secretBundle.ts';
import { secretErrors } from '../secretErrors.ts';
import { secretLifecycle } from '../secretLifecycle.ts';

/** GET /deletedsecrets/{name}: what was deleted and until when it can be recovered. A disabled secret is not shown. */
export function getDeletedSecret(request: VaultRequest): Answer {
  const secret = secretLifecycle(request).deleted(request.name);
  if (!latestVersion(secret).enabled) throw secretErrors.disabled();
  return ok(deletedBundle(request, secret));
}
