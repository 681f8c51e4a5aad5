import { objectPage } from '../../objects/objectPages.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { listItem } from '../secretBundle.ts';
import { SECRET } from '../secretKind.ts';

/** GET /secrets: the live secrets, by name, those of certificates among them. */
export function listSecrets(request: VaultRequest): Answer {
  return objectPage(request, {
    kind: SECRET,
    collection: request.vault.secrets,
    path: SECRET.collection,
    shows: ({ state }) => state === 'active',
    item: (secret) => listItem(request, secret),
  });
}
