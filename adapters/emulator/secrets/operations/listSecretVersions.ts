import { versionPage } from '../../objects/objectPages.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { versionBundle } from '../secretBundle.ts';
import { SECRET } from '../secretKind.ts';

/** GET /secrets/{name}/versions: the versions of a live secret, by version id; none for any other name. */
export function listSecretVersions(request: VaultRequest): Answer {
  const found = request.vault.secrets.find(request.name, request.now);
  const live = found?.state === 'active' ? found.object : undefined;
  return versionPage(request, SECRET, live, (secret, version) => versionBundle(request, secret, version));
}
