import { type Answer, NO_CONTENT } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { keyLifecycle } from '../keyLifecycle.ts';

/** DELETE /deletedkeys/{name}: destroys a deleted key for good. The answer has no body. */
export function purgeDeletedKey(request: VaultRequest): Answer {
  keyLifecycle(request).purge(request.name);
  return NO_CONTENT;
}
