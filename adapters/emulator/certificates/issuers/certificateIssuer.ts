/** Somebody to contact at the customer of an issuer. */
export interface IssuerAdministrator {
  readonly first_name?: string;
  readonly last_name?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** A certificate authority that a vault may ask for certificates, and the account to do so. */
export interface CertificateIssuer {
  /** As it was first spelled. */
  readonly name: string;
  /** Such as `DigiCert`; `Test` issues by itself. */
  readonly provider: string;
  /** Undefined where nobody spoke of credentials. The password of the account is not kept: nobody would use it. */
  readonly credentials: { readonly accountId: string | undefined } | undefined;
  /** Undefined where nobody spoke of the organisation. */
  readonly organisation:
    | { readonly id: string | undefined; readonly administrators: readonly IssuerAdministrator[] }
    | undefined;
  readonly enabled: boolean;
  /** Unix seconds. */
  readonly created: number;
  readonly updated: number;
}
