/** Somebody to contact at an issuer's customer. */
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
  readonly accountId: string | undefined;
  /** Never shown. */
  readonly password: string | undefined;
  /** Undefined where nobody spoke of the organisation. */
  readonly organisation:
    | { readonly id: string | undefined; readonly administrators: readonly IssuerAdministrator[] }
    | undefined;
  readonly enabled: boolean;
  /** Unix seconds. */
  readonly created: number;
  readonly updated: number;
}
