import { objectPage } from '../../objects/objectPages.ts';
import { latestVersion } from '../../objects/storedObject.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateItem } from '../certificateBundle.ts';
import { CERTIFICATE } from '../certificateKind.ts';

/** GET /certificates: the live certificates, by name; those that were never issued only if the query asks for them (CR-09). */
export function listCertificates(request: VaultRequest): Answer {
  return objectPage(request, {
    kind: CERTIFICATE,
    collection: request.vault.certificates,
    path: CERTIFICATE.collection,
    shows: ({ state, object }) =>
      state === 'active' && (request.includePending || latestVersion(object).der !== undefined),
    item: (certificate) => certificateItem(request, certificate),
  });
}
