import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { deletedKeyAnswer } from '../keyBundle.ts';
import { keyLifecycle } from '../keyLifecycle.ts';

/** GET /deletedkeys/{name}: what was deleted and until when it can be recovered, that of a certificate too (CR-05). */
export function getDeletedKey(request: VaultRequest): Answer {
  return deletedKeyAnswer(request, keyLifecycle(request).deleted(request.name));
}
