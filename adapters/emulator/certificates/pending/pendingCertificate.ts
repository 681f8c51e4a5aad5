import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateErrors } from '../certificateErrors.ts';
import type { StoredCertificate } from '../storedCertificate.ts';
import type { CertificateOperation } from './certificateOperation.ts';

/** The making of a live certificate, as long as it is kept. Throws 404 when there is none. */
export function pendingCertificate({ vault, name, now }: VaultRequest): {
  readonly certificate: StoredCertificate;
  readonly operation: CertificateOperation;
} {
  const found = vault.certificates.find(name, now);
  const operation = found?.object.operation;
  if (found?.state !== 'active' || operation === undefined) throw certificateErrors.operationNotFound(name);
  return { certificate: found.object, operation };
}
