import type { StoredObject, StoredVersion } from '../objects/storedObject.ts';
import type { CertificateOperation } from './pending/certificateOperation.ts';
import type { CertificatePolicy } from './policy/certificatePolicy.ts';

/** One version of a certificate. */
export interface CertificateVersion extends StoredVersion {
  /** The certificate in base64 of DER; undefined in the version that stands in until the first one is issued. */
  readonly der: string | undefined;
}

/** A certificate with its versions. Its key and its secret are in the vault's other collections, under the same name. */
export interface StoredCertificate extends StoredObject<CertificateVersion> {
  policy: CertificatePolicy;
  /** How the latest version comes or came to be; undefined when it was imported, or when the client deleted this. */
  operation: CertificateOperation | undefined;
}
