import type { Curve, KeyType } from '../../keys/keyType.ts';

/** Further names of a certificate's subject. */
export interface AlternativeNames {
  readonly emails?: readonly string[];
  readonly dns_names?: readonly string[];
  readonly upns?: readonly string[];
}

/** What the service does with a certificate at an instant of its life. */
export interface CertificateLifetimeAction {
  /** Exactly one of the two. */
  readonly trigger: { readonly lifetime_percentage?: number; readonly days_before_expiry?: number };
  readonly action: { readonly action_type: 'AutoRenew' | 'EmailContacts' };
}

/** How the versions of a certificate are made. */
export interface CertificatePolicy {
  /** Whether the secret has the private key too. */
  readonly exportable: boolean;
  readonly kty: KeyType;
  readonly keySize: number;
  readonly curve: Curve | undefined;
  /** Whether the next version has the same key. */
  readonly reuseKey: boolean;
  /** Of the secret: `application/x-pkcs12` or `application/x-pem-file`. */
  readonly contentType: string;
  readonly subject: string;
  /** Undefined where nobody spoke of them. */
  readonly names: AlternativeNames | undefined;
  /** Object identifiers. */
  readonly extendedUses: readonly string[];
  readonly keyUsage: readonly string[];
  readonly validityMonths: number;
  readonly isAuthority: boolean;
  readonly lifetimeActions: readonly CertificateLifetimeAction[];
  readonly issuer: string;
  readonly certificateType: string | undefined;
  readonly transparency: boolean | undefined;
  /** Unix seconds. */
  readonly created: number;
  readonly updated: number;
}
