/** Somebody whom the service writes to before certificates of a vault expire. */
export interface CertificateContact {
  readonly email: string;
  readonly name?: string;
  readonly phone?: string;
}
