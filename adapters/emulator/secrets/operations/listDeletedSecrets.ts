import { objectPage } from '../../objects/objectPages.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { listItem } from '../secretBundle.ts';
import { SECRET } from '../secretKind.ts';

/** GET /deletedsecrets: the deleted secrets, by name, without those of certificates (CR-05). */
export function listDeletedSecrets(request: VaultRequest): Answer {
  return objectPage(request, {
    kind: SECRET,
    collection: request.vault.secrets,
    path: SECRET.deletedCollection,
    shows: ({ state, object }) => state === 'deleted' && !object.managed,
    item: (secret) => listItem(request, secret),
  });
}
