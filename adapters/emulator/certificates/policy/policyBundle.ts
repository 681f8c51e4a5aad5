import { type ObjectView, objectId } from '../../objects/objectView.ts';
import { CERTIFICATE } from '../certificateKind.ts';
import type { CertificatePolicy } from './certificatePolicy.ts';

/** A certificate's policy, as every answer shows it. */
export function policyBundle(view: ObjectView, name: string, policy: CertificatePolicy): object {
  return {
    id: `${objectId(view, CERTIFICATE, name)}/policy`,
    key_props: {
      exportable: policy.exportable,
      kty: policy.kty,
      key_size: policy.keySize,
      reuse_key: policy.reuseKey,
      crv: policy.curve,
    },
    secret_props: { contentType: policy.contentType },
    x509_props: {
      subject: policy.subject,
      sans: policy.names,
      ekus: policy.extendedUses,
      key_usage: policy.keyUsage,
      validity_months: policy.validityMonths,
      basic_constraints: { ca: policy.isAuthority },
    },
    lifetime_actions: policy.lifetimeActions,
    issuer: {
      name: policy.issuer,
      cty: policy.certificateType,
      cert_transparency: policy.transparency,
    },
    attributes: { enabled: true, created: policy.created, updated: policy.updated },
  };
}
