import type { StoredKey } from '../keys/storedKey.ts';
import type { StoredSecret } from '../secrets/secretVersion.ts';
import type { StoredCertificate } from './storedCertificate.ts';

/** What is sealed in a certificate's backup: itself, with the key and the secret that belong to it. */
export interface CertificateBackup extends StoredCertificate {
  readonly key: StoredKey;
  readonly secret: StoredSecret;
}
