import { versionPage } from '../../objects/objectPages.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { keyVersionItem } from '../keyBundle.ts';
import { KEY } from '../keyKind.ts';

/** GET /keys/{name}/versions: the versions of a live key, by version id; none for any other name. */
export function listKeyVersions(request: VaultRequest): Answer {
  const found = request.vault.keys.find(request.name, request.now);
  const live = found?.state === 'active' ? found.object : undefined;
  return versionPage(request, KEY, live, (key, version) => keyVersionItem(request, key, version));
}
