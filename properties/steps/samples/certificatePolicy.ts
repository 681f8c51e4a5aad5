import type { JsonObject } from '../../../model/json.ts';

const REST: JsonObject = {
  secret_props: { contentType: 'application/x-pkcs12' },
  x509_props: { subject: 'CN=conformance.example', validity_months: 12 },
};

/** The policy of a certificate that the vault signs itself. */
export const selfSigned: JsonObject = {
  ...REST,
  key_props: { kty: 'EC', crv: 'P-256', exportable: true, reuse_key: false },
  issuer: { name: 'Self' },
};

/** The policy of a certificate that somebody else signs; its key is of RSA, which every tool can sign. */
export const signedElsewhere: JsonObject = {
  ...REST,
  key_props: { kty: 'RSA', key_size: 2048, exportable: true, reuse_key: false },
  issuer: { name: 'Unknown' },
};
