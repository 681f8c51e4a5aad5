import { sealObject } from '../../backups/objectBackup.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import type { CertificateBackup } from '../certificateBackup.ts';
import { certificateErrors } from '../certificateErrors.ts';
import { CERTIFICATE } from '../certificateKind.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';
import { linkedTo } from '../linked/linkedObjects.ts';

/** POST /certificates/{name}/backup: a live certificate with all its versions, its key and its secret as a sealed blob. */
export function backupCertificate(request: VaultRequest): Answer {
  const certificate = certificateLifecycle(request).live(request.name);
  const linked = linkedTo(request.vault, certificate);
  if (linked === undefined) throw certificateErrors.notFound(request.name);
  const backup: CertificateBackup = { ...certificate, ...linked };
  return ok({ value: sealObject(request, CERTIFICATE, backup) });
}
