import { objectPage } from '../../objects/objectPages.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { keyItem } from '../keyBundle.ts';
import { KEY } from '../keyKind.ts';

/** GET /deletedkeys: the deleted keys, by name, without those of certificates (CR-05). */
export function listDeletedKeys(request: VaultRequest): Answer {
  return objectPage(request, {
    kind: KEY,
    collection: request.vault.keys,
    path: KEY.deletedCollection,
    shows: ({ state, object }) => state === 'deleted' && !object.managed,
    item: (key) => keyItem(request, key),
  });
}
