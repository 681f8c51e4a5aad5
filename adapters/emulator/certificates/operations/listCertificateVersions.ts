import { versionPage } from '../../objects/objectPages.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateVersionItem } from '../certificateBundle.ts';
import { CERTIFICATE } from '../certificateKind.ts';

/** GET /certificates/{name}/versions: the versions of a live certificate, by version id; none for any other name. */
export function listCertificateVersions(request: VaultRequest): Answer {
  const found = request.vault.certificates.find(request.name, request.now);
  const live = found?.state === 'active' ? found.object : undefined;
  return versionPage(request, CERTIFICATE, live, (certificate, version) =>
    certificateVersionItem(request, certificate, version),
  );
}
