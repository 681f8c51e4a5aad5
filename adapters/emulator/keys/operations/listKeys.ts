import { objectPage } from '../../objects/objectPages.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { keyItem } from '../keyBundle.ts';
import { KEY } from '../keyKind.ts';

/** GET /keys: the live keys, by name, those of certificates among them. */
export function listKeys(request: VaultRequest): Answer {
  return objectPage(request, {
    kind: KEY,
    collection: request.vault.keys,
    path: KEY.collection,
    shows: ({ state }) => state === 'active',
    item: (key) => keyItem(request, key),
  });
}
