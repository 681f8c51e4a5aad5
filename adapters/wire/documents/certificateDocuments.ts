import type { DocumentShape } from './documentShape.ts';

/** Recordings: 6,024 policies of certificates, of 2016 to 2022; parts of later api-versions by their specification. */
const KEY_PROPS: DocumentShape = {
  parts: {
    exportable: 'boolean',
    kty: { oneOf: ['RSA', 'RSA-HSM', 'EC', 'EC-HSM', 'oct', 'oct-HSM'] },
    key_size: 'integer',
    reuse_key: 'boolean',
    crv: { oneOf: ['P-256', 'P-384', 'P-521', 'P-256K', 'SECP256K1'] },
  },
  without: ['crv'],
};

const NAMES: DocumentShape = {
  parts: {
    emails: { list: 'string' },
    dns_names: { list: 'string' },
    upns: { list: 'string' },
    uris: { list: 'string' },
    ipAddresses: { list: 'string' },
  },
  without: ['emails', 'dns_names', 'upns', 'uris', 'ipAddresses'],
};

const X509_PROPS: DocumentShape = {
  parts: {
    subject: 'string',
    sans: NAMES,
    ekus: { list: 'string' },
    key_usage: {
      list: {
        oneOf: [
          'digitalSignature',
          'nonRepudiation',
          'keyEncipherment',
          'dataEncipherment',
          'keyAgreement',
          'keyCertSign',
          'cRLSign',
          'encipherOnly',
          'decipherOnly',
        ],
      },
    },
    validity_months: 'integer',
    basic_constraints: {
      parts: { ca: 'boolean', path_len_constraint: 'integer' },
      without: ['path_len_constraint'],
    },
  },
  without: ['sans'],
};

const LIFETIME_ACTIONS: DocumentShape = {
  list: {
    parts: {
      trigger: {
        parts: { lifetime_percentage: 'integer', days_before_expiry: 'integer' },
        without: ['lifetime_percentage', 'days_before_expiry'],
      },
      action: { parts: { action_type: { oneOf: ['AutoRenew', 'EmailContacts'] } } },
    },
  },
};

/** The issuer that a policy or an operation names. */
export const NAMED_ISSUER: DocumentShape = {
  parts: { name: 'string', cty: 'string', cert_transparency: 'boolean' },
  without: ['cty', 'cert_transparency'],
};

/** The parts of a policy that are documents of their own. */
export const POLICY_DOCUMENTS: Readonly<
  Record<'key_props' | 'secret_props' | 'x509_props' | 'lifetime_actions' | 'issuer', DocumentShape>
> = {
  key_props: KEY_PROPS,
  secret_props: { parts: { contentType: 'string' } },
  x509_props: X509_PROPS,
  lifetime_actions: LIFETIME_ACTIONS,
  issuer: NAMED_ISSUER,
};

/** A policy within a certificate. */
export const POLICY_DOCUMENT: DocumentShape = {
  parts: {
    id: 'string',
    ...POLICY_DOCUMENTS,
    attributes: { parts: { enabled: 'boolean', created: 'integer', updated: 'integer' } },
  },
};

/** An account at a certificate authority (713 of 713). */
export const ISSUER_DOCUMENTS: Readonly<Record<'credentials' | 'org_details', DocumentShape>> = {
  credentials: { parts: { account_id: 'string', pwd: 'string' }, without: ['account_id', 'pwd'] },
  org_details: {
    parts: {
      id: 'string',
      zip: 'integer',
      admin_details: {
        list: {
          parts: { first_name: 'string', last_name: 'string', email: 'string', phone: 'string' },
          without: ['first_name', 'last_name', 'phone'],
        },
      },
    },
    without: ['id'],
  },
};

/** Whom the service writes to about certificates (1,144 of 1,144). */
export const CONTACTS_DOCUMENT: DocumentShape = {
  list: { parts: { email: 'string', name: 'string', phone: 'string' }, without: ['name', 'phone'] },
};
