import { requestedVersion } from '../../objects/requestedVersion.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { keyAnswer } from '../keyBundle.ts';
import { keyErrors } from '../keyErrors.ts';
import { keyLifecycle } from '../keyLifecycle.ts';

/** GET /keys/{name}[/{version}]: a version with its public key, disabled or not. */
export function getKey(request: VaultRequest): Answer {
  const key = keyLifecycle(request).live(request.name);
  return keyAnswer(request, key, requestedVersion(key, request, keyErrors));
}
