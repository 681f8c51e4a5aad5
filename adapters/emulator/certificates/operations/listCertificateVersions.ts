import { versionPage } from '../../objects/objectPages.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateVersionItem } from '../certificateBundle.ts';
import { CERTIFICATE } from '../certificateKind.ts';

/**
 * GET /certificates/{name}/versions: the versions of a live certificate, by version id; none for any other name. What
 * stands in until the first one is issued is not among them.
 */
export function listCertificateVersions(request: VaultRequest): Answer {
  const found = request.vault.certificates.find(request.name, request.now);
  const live = found?.state === 'active' ? found.object : undefined;
  const issued = live && { ...live, versions: live.versions.filter(({ der }) => der !== undefined) };
  return versionPage(request, CERTIFICATE, issued, (certificate, version) =>
    certificateVersionItem(request, certificate, version),
  );
}
