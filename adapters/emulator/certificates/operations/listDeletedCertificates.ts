import { objectPage } from '../../objects/objectPages.ts';
import { latestVersion } from '../../objects/storedObject.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { deletedCertificateItem } from '../certificateBundle.ts';
import { CERTIFICATE } from '../certificateKind.ts';

/** GET /deletedcertificates: the deleted certificates, by name; those that were never issued only if the query asks for them (CR-09). */
export function listDeletedCertificates(request: VaultRequest): Answer {
  return objectPage(request, {
    kind: CERTIFICATE,
    collection: request.vault.certificates,
    path: CERTIFICATE.deletedCollection,
    shows: ({ state, object }) =>
      state === 'deleted' && (request.includePending || latestVersion(object).der !== undefined),
    item: (certificate) => deletedCertificateItem(request, certificate),
  });
}
