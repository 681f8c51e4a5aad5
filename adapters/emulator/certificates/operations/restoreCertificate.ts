import { openObject } from '../../backups/objectBackup.ts';
import { latestVersion } from '../../objects/storedObject.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import type { CertificateBackup } from '../certificateBackup.ts';
import { certificateBundle, certificateId } from '../certificateBundle.ts';
import { certificateErrors } from '../certificateErrors.ts';
import { CERTIFICATE } from '../certificateKind.ts';
import { followLife } from '../linked/linkedObjects.ts';
import type { StoredCertificate } from '../storedCertificate.ts';

/**
 * POST /certificates/restore: brings a backed-up certificate back under its old name, with its old versions and dates,
 * its key and its secret, where that name is free of all three. What was being made of it when it was backed up is not.
 */
export function restoreCertificate(request: VaultRequest): Answer {
  const { vault, now } = request;
  const { key, secret, ...restored } = openObject<CertificateBackup>(request, CERTIFICATE);
  const certificate: StoredCertificate = { ...restored, operation: undefined };
  const { name } = certificate;
  if ([vault.certificates, vault.keys, vault.secrets].some((each) => each.find(name, now) !== undefined)) {
    throw certificateErrors.restoreConflict(certificateId(request, name, latestVersion(certificate)));
  }
  vault.certificates.add(certificate);
  vault.keys.add(key);
  vault.secrets.add(secret);
  followLife(vault, certificate);
  return ok(certificateBundle(request, certificate));
}
