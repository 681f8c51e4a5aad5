import type { DocumentShape } from '../documents/documentShape.ts';
import {
  ACCESS_POLICIES_DOCUMENT,
  ENDPOINTS_DOCUMENT,
  NETWORK_DOCUMENT,
  SKU_DOCUMENT,
  SYSTEM_DATA_DOCUMENT,
} from '../documents/vaultDocuments.ts';

/** Where the fields of a vault stand, and of what type they are. */
export interface VaultFieldShape {
  readonly field: string;
  /** The place in the resource: `properties.sku`. */
  readonly path: string;
  readonly type: 'string' | 'boolean' | 'integer' | 'json' | 'date';
  /** For a document of its own: what stands within it in the service's answers. */
  readonly document?: DocumentShape;
  /** Whether a client may send it. */
  readonly writable?: boolean;
}

type Setting = readonly [string, VaultFieldShape['type'], DocumentShape?];

/** Fields of `properties` that clients may send. */
const SETTINGS: readonly Setting[] = [
  ['tenantId', 'string'],
  ['sku', 'json', SKU_DOCUMENT],
  ['accessPolicies', 'json', ACCESS_POLICIES_DOCUMENT],
  ['vaultUri', 'string'],
  ['enabledForDeployment', 'boolean'],
  ['enabledForDiskEncryption', 'boolean'],
  ['enabledForTemplateDeployment', 'boolean'],
  ['enableSoftDelete', 'boolean'],
  ['softDeleteRetentionInDays', 'integer'],
  ['enablePurgeProtection', 'boolean'],
  ['enableRbacAuthorization', 'boolean'],
  ['networkAcls', 'json', NETWORK_DOCUMENT],
  ['publicNetworkAccess', 'string'],
];

/** Fields of `properties` that only answers have. */
const STATES: readonly Setting[] = [
  ['provisioningState', 'string'],
  ['privateEndpointConnections', 'json', ENDPOINTS_DOCUMENT],
  ['hsmPoolResourceId', 'string'],
];

/** The fields of a vault. */
export const VAULT_SHAPES: readonly VaultFieldShape[] = [
  { field: 'location', path: 'location', type: 'string', writable: true },
  { field: 'tags', path: 'tags', type: 'json', document: 'tags', writable: true },
  { field: 'systemData', path: 'systemData', type: 'json', document: SYSTEM_DATA_DOCUMENT },
  ...SETTINGS.map((setting) => ({ ...property(setting), writable: true })),
  ...STATES.map(property),
];

/** The fields of a deleted vault's proxy (VT-12). */
export const DELETED_VAULT_SHAPES: readonly VaultFieldShape[] = [
  { field: 'location', path: 'properties.location', type: 'string' },
  { field: 'tags', path: 'properties.tags', type: 'json', document: 'tags' },
  { field: 'deletedDate', path: 'properties.deletionDate', type: 'date' },
  { field: 'scheduledPurgeDate', path: 'properties.scheduledPurgeDate', type: 'date' },
  { field: 'purgeProtectionEnabled', path: 'properties.purgeProtectionEnabled', type: 'boolean' },
];

function property([field, type, document]: Setting): VaultFieldShape {
  return { field, path: `properties.${field}`, type, ...(document && { document }) };
}
