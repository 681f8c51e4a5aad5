import { SECRET } from '../secretKind.ts';
import { secretPage } from '../secretPage.ts';
import type { SecretRequest } from '../secretRequest.ts';

/** GET /secrets: the live secrets, by name. */
export function listSecrets(request: SecretRequest): object {
  return secretPage(request, SECRET.collection, 'active');
}
