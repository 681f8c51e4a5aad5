import { type Answer, NO_CONTENT } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { secretLifecycle } from '../secretLifecycle.ts';

/** DELETE /deletedsecrets/{name}: destroys a deleted secret for good. The answer has no body. */
export function purgeDeletedSecret(request: VaultRequest): Answer {
  secretLifecycle(request).purge(request.name);
  return NO_CONTENT;
}
