import type { Json } from '../../model/json.ts';
import {
  CONTACTS_DOCUMENT,
  ISSUER_DOCUMENTS,
  NAMED_ISSUER,
  POLICY_DOCUMENT,
  POLICY_DOCUMENTS,
} from './documents/certificateDocuments.ts';
import type { DocumentShape } from './documents/documentShape.ts';
import {
  KEY_OPS_DOCUMENT,
  LIFETIME_ACTIONS_DOCUMENT,
  RELEASE_POLICY_DOCUMENT,
} from './documents/keyDocuments.ts';
import type { Resource } from './resource.ts';

/** Where a field stands in a body, and what may stand there. */
export interface FieldShape {
  /** The field's name in the model. */
  readonly field: string;
  /** Its place in the body: `attributes.enabled`. */
  readonly path: string;
  readonly type: 'string' | 'boolean' | 'integer' | 'tags' | 'id' | 'json';
  /** For a document of its own: what stands within it in the service's answers. */
  readonly document?: DocumentShape;
  /** Whether the service writes `null` where there is nothing. */
  readonly nullable?: true;
  /** Whether a client may send it. */
  readonly writable?: boolean;
}

/** Fields that bundles and list items of secrets, keys and certificates share. */
const COMMON: readonly FieldShape[] = [
  { field: 'enabled', path: 'attributes.enabled', type: 'boolean', writable: true },
  { field: 'nbf', path: 'attributes.nbf', type: 'integer', writable: true },
  { field: 'exp', path: 'attributes.exp', type: 'integer', writable: true },
  { field: 'created', path: 'attributes.created', type: 'integer' },
  { field: 'updated', path: 'attributes.updated', type: 'integer' },
  { field: 'recoveryLevel', path: 'attributes.recoveryLevel', type: 'string' },
  { field: 'recoverableDays', path: 'attributes.recoverableDays', type: 'integer' },
  { field: 'tags', path: 'tags', type: 'tags', writable: true },
  { field: 'managed', path: 'managed', type: 'boolean' },
  { field: 'recoveryId', path: 'recoveryId', type: 'id' },
  { field: 'deletedDate', path: 'deletedDate', type: 'integer' },
  { field: 'scheduledPurgeDate', path: 'scheduledPurgeDate', type: 'integer' },
  // Services of 2017 spelt it so (api-versions 2016-10-01 and 7.0-preview); the model knows when it may.
  { field: 'recoverylevel', path: 'attributes.recoverylevel', type: 'string' },
  // Services of 2016 had this before there were levels.
  { field: 'purgedisabled', path: 'attributes.purgedisabled', type: 'boolean' },
];

const SECRET: readonly FieldShape[] = [
  { field: 'value', path: 'value', type: 'string', writable: true },
  { field: 'contentType', path: 'contentType', type: 'string', writable: true },
  { field: 'kid', path: 'kid', type: 'id' },
  // From api-version 2025-07-01 on, of the secret that a certificate owns.
  { field: 'previousVersion', path: 'previousVersion', type: 'string' },
];

const KEY: readonly FieldShape[] = [
  { field: 'kty', path: 'key.kty', type: 'string' },
  { field: 'key_ops', path: 'key.key_ops', type: 'json', document: KEY_OPS_DOCUMENT },
  { field: 'n', path: 'key.n', type: 'string' },
  { field: 'e', path: 'key.e', type: 'string' },
  { field: 'crv', path: 'key.crv', type: 'string' },
  { field: 'x', path: 'key.x', type: 'string' },
  { field: 'y', path: 'key.y', type: 'string' },
  { field: 'exportable', path: 'attributes.exportable', type: 'boolean', writable: true },
  { field: 'hsmPlatform', path: 'attributes.hsmPlatform', type: 'string' },
  // From api-version 7.6 on.
  { field: 'attestation', path: 'attributes.attestation', type: 'json' },
  {
    field: 'release_policy',
    path: 'release_policy',
    type: 'json',
    document: RELEASE_POLICY_DOCUMENT,
    writable: true,
  },
];

const CERTIFICATE: readonly FieldShape[] = [
  { field: 'kid', path: 'kid', type: 'id' },
  { field: 'sid', path: 'sid', type: 'id' },
  { field: 'x5t', path: 'x5t', type: 'string' },
  { field: 'cer', path: 'cer', type: 'string' },
  { field: 'contentType', path: 'contentType', type: 'string' },
  { field: 'subject', path: 'subject', type: 'string' },
  { field: 'policy', path: 'policy', type: 'json', document: POLICY_DOCUMENT, writable: true },
  { field: 'pending', path: 'pending.id', type: 'id' },
  // From api-version 7.6 on.
  { field: 'preserveCertOrder', path: 'preserveCertOrder', type: 'boolean', writable: true },
];

const OPERATION: readonly FieldShape[] = [
  { field: 'issuer', path: 'issuer', type: 'json', document: NAMED_ISSUER },
  { field: 'csr', path: 'csr', type: 'string' },
  { field: 'cancellation_requested', path: 'cancellation_requested', type: 'boolean', writable: true },
  { field: 'status', path: 'status', type: 'string' },
  { field: 'status_details', path: 'status_details', type: 'string' },
  { field: 'error', path: 'error', type: 'json' },
  { field: 'target', path: 'target', type: 'string' },
  { field: 'request_id', path: 'request_id', type: 'string' },
];

const POLICY: readonly FieldShape[] = [
  {
    field: 'key_props',
    path: 'key_props',
    type: 'json',
    document: POLICY_DOCUMENTS.key_props,
    writable: true,
  },
  {
    field: 'secret_props',
    path: 'secret_props',
    type: 'json',
    document: POLICY_DOCUMENTS.secret_props,
    writable: true,
  },
  {
    field: 'x509_props',
    path: 'x509_props',
    type: 'json',
    document: POLICY_DOCUMENTS.x509_props,
    writable: true,
  },
  {
    field: 'lifetime_actions',
    path: 'lifetime_actions',
    type: 'json',
    document: POLICY_DOCUMENTS.lifetime_actions,
    writable: true,
  },
  { field: 'issuer', path: 'issuer', type: 'json', document: POLICY_DOCUMENTS.issuer, writable: true },
  { field: 'enabled', path: 'attributes.enabled', type: 'boolean', writable: true },
  { field: 'created', path: 'attributes.created', type: 'integer' },
  { field: 'updated', path: 'attributes.updated', type: 'integer' },
];

const ROTATION_POLICY: readonly FieldShape[] = [
  {
    field: 'lifetimeActions',
    path: 'lifetimeActions',
    type: 'json',
    document: LIFETIME_ACTIONS_DOCUMENT,
    nullable: true,
    writable: true,
  },
  { field: 'expiryTime', path: 'attributes.expiryTime', type: 'string', writable: true },
  { field: 'created', path: 'attributes.created', type: 'integer' },
  { field: 'updated', path: 'attributes.updated', type: 'integer' },
];

const ISSUER: readonly FieldShape[] = [
  { field: 'provider', path: 'provider', type: 'string', writable: true },
  {
    field: 'credentials',
    path: 'credentials',
    type: 'json',
    document: ISSUER_DOCUMENTS.credentials,
    writable: true,
  },
  {
    field: 'org_details',
    path: 'org_details',
    type: 'json',
    document: ISSUER_DOCUMENTS.org_details,
    writable: true,
  },
  { field: 'enabled', path: 'attributes.enabled', type: 'boolean', writable: true },
  { field: 'created', path: 'attributes.created', type: 'integer' },
  { field: 'updated', path: 'attributes.updated', type: 'integer' },
];

const SHAPES: Readonly<Record<Resource, readonly FieldShape[]>> = {
  secret: [...COMMON, ...SECRET],
  key: [...COMMON, ...KEY],
  certificate: [...COMMON, ...CERTIFICATE],
  operation: OPERATION,
  policy: POLICY,
  rotationPolicy: ROTATION_POLICY,
  issuer: ISSUER,
  contacts: [
    { field: 'contacts', path: 'contacts', type: 'json', document: CONTACTS_DOCUMENT, writable: true },
  ],
  use: [{ field: 'value', path: 'value', type: 'json' }],
  // The management plane's bodies have shapes of their own.
  vault: [],
};

/** All fields that bodies about a resource can show. */
export function fieldShapes(resource: Resource): readonly FieldShape[] {
  return SHAPES[resource];
}

/** What is wrong with a value of a field, in words; undefined when nothing is. */
export function typeProblem(type: FieldShape['type'], value: Json): string | undefined {
  switch (type) {
    case 'json':
      return undefined;
    case 'integer':
      return Number.isSafeInteger(value) ? undefined : `not a whole number: ${brief(value)}`;
    case 'tags':
      return isTags(value) ? undefined : `not an object of strings: ${brief(value)}`;
    case 'id':
      return typeof value === 'string' ? undefined : `not a string: ${brief(value)}`;
    default:
      return typeof value === type ? undefined : `not a ${type}: ${brief(value)}`;
  }
}

function isTags(value: Json): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((tag) => typeof tag === 'string');
}

function brief(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
