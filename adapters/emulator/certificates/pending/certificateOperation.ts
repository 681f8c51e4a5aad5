import type { PrivateKey } from '../../keys/material/privateKey.ts';
import type { IssuedCertificate } from '../issuing/selfSigned.ts';
import type { CertificatePolicy } from '../policy/certificatePolicy.ts';

/** Where the making of a certificate stands. */
type OperationStatus = 'inProgress' | 'completed' | 'cancelled';

/** The making of a version of a certificate: an object of its own, which can be deleted without the certificate (CR-06). */
export interface CertificateOperation {
  /** 32 lower-case hexadecimal digits. */
  readonly requestId: string;
  /** The issuer's name when the certificate was asked for: `Self`, `Unknown`, or one of the vault's issuers. */
  readonly issuer: string;
  /** What the issuer is asked to sign, in base64 of DER. */
  readonly csr: string;
  /** The private key of the version that is being made, and the policy that it is made by. */
  readonly key: PrivateKey;
  readonly policy: CertificatePolicy;
  /** What the vault will issue itself; undefined when that is for somebody else to do. */
  readonly issued: IssuedCertificate | undefined;
  /** The version's id and tags, and whether it is to be enabled, once it is made. */
  readonly version: string;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly enabled: boolean;
  cancellationRequested: boolean;
  status: OperationStatus;
  /** When it is issued, or cancelled if that was asked for, in Unix seconds; undefined while nothing of the kind is under way. */
  settlesAt: number | undefined;
}
