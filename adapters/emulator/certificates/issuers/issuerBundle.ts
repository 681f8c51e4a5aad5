import type { ObjectView } from '../../objects/objectView.ts';
import type { CertificateIssuer } from './certificateIssuer.ts';

/** The address of an issuer. */
export function issuerId(view: ObjectView, name: string): string {
  return `${view.baseUrl}/certificates/issuers/${name}`;
}

/** An issuer, as every answer but lists shows it. */
export function issuerBundle(view: ObjectView, issuer: CertificateIssuer): object {
  const { name, provider, credentials, organisation, enabled, created, updated } = issuer;
  return {
    id: issuerId(view, name),
    provider,
    credentials: credentials === undefined ? undefined : { account_id: credentials.accountId },
    org_details:
      organisation === undefined
        ? undefined
        : { id: organisation.id, zip: 0, admin_details: organisation.administrators },
    attributes: { enabled, created, updated },
  };
}
