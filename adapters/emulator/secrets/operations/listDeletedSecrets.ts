import { SECRET } from '../secretKind.ts';
import { secretPage } from '../secretPage.ts';
import type { SecretRequest } from '../secretRequest.ts';

/** GET /deletedsecrets: the deleted secrets, by name. */
export function listDeletedSecrets(request: SecretRequest): object {
  return secretPage(request, SECRET.deletedCollection, 'deleted');
}
