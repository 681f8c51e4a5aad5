/** Where the fields of a vault stand, and of what type they are. */
export interface VaultFieldShape {
  readonly field: string;
  /** The place in the resource: `properties.sku`. */
  readonly path: string;
  readonly type: 'string' | 'boolean' | 'integer' | 'json' | 'date';
  /** Whether a client may send it. */
  readonly writable?: boolean;
}

/** Fields of `properties` that clients may send. */
const SETTINGS: readonly (readonly [string, VaultFieldShape['type']])[] = [
  ['tenantId', 'string'],
  ['sku', 'json'],
  ['accessPolicies', 'json'],
  ['vaultUri', 'string'],
  ['enabledForDeployment', 'boolean'],
  ['enabledForDiskEncryption', 'boolean'],
  ['enabledForTemplateDeployment', 'boolean'],
  ['enableSoftDelete', 'boolean'],
  ['softDeleteRetentionInDays', 'integer'],
  ['enablePurgeProtection', 'boolean'],
  ['enableRbacAuthorization', 'boolean'],
  ['networkAcls', 'json'],
  ['publicNetworkAccess', 'string'],
];

/** Fields of `properties` that only answers have. */
const STATES: readonly (readonly [string, VaultFieldShape['type']])[] = [
  ['provisioningState', 'string'],
  ['privateEndpointConnections', 'json'],
  ['hsmPoolResourceId', 'string'],
];

/** The fields of a vault. */
export const VAULT_SHAPES: readonly VaultFieldShape[] = [
  { field: 'location', path: 'location', type: 'string', writable: true },
  { field: 'tags', path: 'tags', type: 'json', writable: true },
  { field: 'systemData', path: 'systemData', type: 'json' },
  ...SETTINGS.map(([field, type]) => ({ field, path: `properties.${field}`, type, writable: true })),
  ...STATES.map(([field, type]) => ({ field, path: `properties.${field}`, type })),
];

/** The fields of a deleted vault's proxy (VT-12). */
export const DELETED_VAULT_SHAPES: readonly VaultFieldShape[] = [
  { field: 'location', path: 'properties.location', type: 'string' },
  { field: 'tags', path: 'properties.tags', type: 'json' },
  { field: 'deletedDate', path: 'properties.deletionDate', type: 'date' },
  { field: 'scheduledPurgeDate', path: 'properties.scheduledPurgeDate', type: 'date' },
  { field: 'purgeProtectionEnabled', path: 'properties.purgeProtectionEnabled', type: 'boolean' },
];
