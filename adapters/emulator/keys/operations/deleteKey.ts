import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { deletedKeyAnswer } from '../keyBundle.ts';
import { keyLifecycle } from '../keyLifecycle.ts';

/** DELETE /keys/{name}: deletes a live key with all its versions. */
export function deleteKey(request: VaultRequest): Answer {
  return deletedKeyAnswer(request, keyLifecycle(request).delete(request.name));
}
