import type { Json } from './json.ts';

/**
 * What an object says of itself, one entry per field, by the field's wire name without its envelope:
 * `attributes.enabled` is `enabled`, `key.kty` is `kty`. A field that is absent on the wire is absent here.
 *
 * Fields every object can have: `enabled`, `created`, `updated`, `nbf`, `exp` (Unix seconds), `tags`,
 * `recoveryLevel`, `recoverableDays` (days), `managed`; a deleted one also `recoveryId`, `deletedDate`,
 * `scheduledPurgeDate` (Unix seconds). A secret has `value`, `contentType` and `kid`.
 */
export type Fields = { readonly [field: string]: Json };
