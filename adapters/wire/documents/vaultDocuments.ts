import type { DocumentShape } from './documentShape.ts';

/** Recordings: 2,424 answers about vaults, of 2015 to 2025. */
export const SKU_DOCUMENT: DocumentShape = { parts: { family: 'string', name: 'string' } };

const PERMISSIONS: DocumentShape = {
  parts: {
    keys: { list: 'string' },
    secrets: { list: 'string' },
    certificates: { list: 'string' },
    storage: { list: 'string' },
  },
  without: ['keys', 'secrets', 'certificates', 'storage'],
};

/** Who may do what. */
export const ACCESS_POLICIES_DOCUMENT: DocumentShape = {
  list: {
    parts: { tenantId: 'string', objectId: 'string', applicationId: 'string', permissions: PERMISSIONS },
    without: ['applicationId'],
  },
};

/** From where a vault can be reached. */
export const NETWORK_DOCUMENT: DocumentShape = {
  parts: {
    bypass: 'string',
    defaultAction: 'string',
    ipRules: { list: { parts: { value: 'string' } } },
    virtualNetworkRules: {
      list: {
        parts: { id: 'string', ignoreMissingVnetServiceEndpoint: 'boolean' },
        without: ['ignoreMissingVnetServiceEndpoint'],
      },
    },
  },
};

/** Private endpoints that lead to it. */
export const ENDPOINTS_DOCUMENT: DocumentShape = {
  list: {
    parts: {
      id: 'string',
      etag: 'string',
      properties: {
        parts: {
          provisioningState: 'string',
          privateEndpoint: { parts: { id: 'string' } },
          privateLinkServiceConnectionState: {
            parts: { status: 'string', description: 'string', actionsRequired: 'string' },
            without: ['description', 'actionsRequired'],
          },
        },
        without: ['privateEndpoint'],
      },
    },
    without: ['etag'],
  },
};

/** Who made it and changed it last; of a vault that is older than such data only the latter is known. */
export const SYSTEM_DATA_DOCUMENT: DocumentShape = {
  parts: {
    createdBy: 'string',
    createdByType: 'string',
    createdAt: 'string',
    lastModifiedBy: 'string',
    lastModifiedByType: 'string',
    lastModifiedAt: 'string',
  },
  without: ['createdBy', 'createdByType', 'createdAt'],
};

/** The answer of `checkNameAvailability`. */
export const CHECK_DOCUMENT: DocumentShape = {
  parts: { nameAvailable: 'boolean', reason: 'string', message: 'string' },
  without: ['reason', 'message'],
};

/** The answer of a change of access policies (12 of 12). */
export const POLICIES_DOCUMENT: DocumentShape = {
  parts: {
    id: 'string',
    type: { oneOf: ['Microsoft.KeyVault/vaults/accessPolicies'] },
    properties: { parts: { accessPolicies: ACCESS_POLICIES_DOCUMENT } },
  },
};

/** The purge of a vault that is under way (222 of 222). */
export const PURGE_PENDING_DOCUMENT: DocumentShape = { parts: { createdDateTime: 'date', status: 'string' } };

/** The purge of a vault that is over (43 of 43). */
export const PURGE_DONE_DOCUMENT: DocumentShape = {
  parts: { createdDateTime: 'date', lastActionDateTime: 'date', status: 'string' },
};
