import { badRequest } from '../errors/badRequest.ts';
import { DEFAULT_TENANT } from '../identity/defaultIds.ts';
import { readAccessPolicies } from '../management/vaults/readAccessPolicies.ts';
import type { AccessPolicy } from './accessPolicy.ts';
import { DEFAULT_SUBSCRIPTION } from './subscriptions.ts';
import { isVaultName } from './vaultName.ts';
import type { VaultResource } from './vaultResource.ts';

/** A vault to be made by the options or the control API. */
export interface VaultDefinition {
  /** 3 to 24 letters, digits and hyphens as Azure wants them; compared without regard to case. */
  readonly name: string;
  /** Default true. False makes a vault of the old kind, where deletion is final. */
  readonly softDelete?: boolean;
  /** Days that a deleted object can be recovered: 7 to 90, default 90. */
  readonly retentionDays?: number;
  /** Default false. True forbids purging; needs soft delete. */
  readonly purgeProtection?: boolean;
  /** Default `premium`, which alone takes hardware keys. */
  readonly sku?: 'standard' | 'premium';
  /** Azure region, default `emulator`. */
  readonly location?: string;
  /** Default the emulator's own. */
  readonly subscriptionId?: string;
  /** Default `emulator`. */
  readonly resourceGroup?: string;
  /** Whether roles and not access policies open the vault; default false. */
  readonly rbac?: boolean;
  /** Who else may do what in it, as Azure Resource Manager takes it; `tenantId` may be left out. Default nobody. */
  readonly accessPolicies?: readonly Partial<AccessPolicy>[];
}

const FIELDS: readonly string[] = [
  'name',
  'softDelete',
  'retentionDays',
  'purgeProtection',
  'sku',
  'location',
  'subscriptionId',
  'resourceGroup',
  'rbac',
  'accessPolicies',
];

/** Where vaults of definitions are, unless they say otherwise. */
const HERE = 'emulator';

/**
 * The vault that a definition asks for. Throws a 400 that names the field when Azure would not make such a vault.
 * @param now Unix seconds.
 */
export function readVaultDefinition(definition: unknown, now: number): VaultResource {
  const given = fieldsOf(definition);
  const resource: VaultResource = {
    displayName: vaultName(given.name),
    subscriptionId: text('subscriptionId', given.subscriptionId, DEFAULT_SUBSCRIPTION).toLowerCase(),
    resourceGroup: text('resourceGroup', given.resourceGroup, HERE),
    location: text('location', given.location, HERE).toLowerCase().replaceAll(' ', ''),
    tenantId: DEFAULT_TENANT,
    sku: sku(given.sku),
    tags: {},
    accessPolicies: policies(given.accessPolicies),
    rbac: flag('rbac', given.rbac, false) || undefined,
    networkAcls: undefined,
    enabledForDeployment: false,
    enabledForDiskEncryption: undefined,
    enabledForTemplateDeployment: undefined,
    publicNetworkAccess: 'Enabled',
    softDelete: flag('softDelete', given.softDelete, true),
    retentionDays: retention(given.retentionDays),
    purgeProtection: flag('purgeProtection', given.purgeProtection, false),
    created: { by: HERE, byType: 'Application', at: now },
    modified: { by: HERE, byType: 'Application', at: now },
  };
  if (resource.purgeProtection && !resource.softDelete) {
    throw badRequest('purgeProtection needs softDelete: a vault without soft delete cannot be protected.');
  }
  return resource;
}

function fieldsOf(definition: unknown): Record<string, unknown> {
  if (typeof definition !== 'object' || definition === null || Array.isArray(definition)) {
    throw badRequest('A vault must be an object such as {"name": "my-vault", "retentionDays": 7}.');
  }
  for (const field of Object.keys(definition)) {
    if (!FIELDS.includes(field)) {
      throw badRequest(`A vault has no field '${field}'; it may have ${FIELDS.join(', ')}.`);
    }
  }
  return { ...definition };
}

function policies(value: unknown): readonly AccessPolicy[] {
  if (value === undefined) return [];
  const complete: unknown = Array.isArray(value)
    ? value.map((each: object) => ({ tenantId: DEFAULT_TENANT, ...each }))
    : value;
  const read = Array.isArray(complete) ? readAccessPolicies(complete) : undefined;
  if (read !== undefined) return read;
  throw badRequest(
    'accessPolicies must be a list of {"objectId": "...", "permissions": {"secrets": ["get"]}}.',
  );
}

function vaultName(value: unknown): string {
  if (typeof value === 'string' && isVaultName(value)) return value.toLowerCase();
  throw badRequest(
    "name must be a vault's name: 3 to 24 letters, digits and hyphens, first a letter, last a letter or digit, no two hyphens in a row.",
  );
}

function retention(value: unknown): number {
  if (value === undefined) return 90;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 7 && value <= 90) return value;
  throw badRequest(`retentionDays must be a whole number from 7 to 90; it is ${JSON.stringify(value)}.`);
}

function flag(field: string, value: unknown, missing: boolean): boolean {
  if (value === undefined) return missing;
  if (typeof value === 'boolean') return value;
  throw badRequest(`${field} must be true or false; it is ${JSON.stringify(value)}.`);
}

function text(field: string, value: unknown, missing: string): string {
  if (value === undefined) return missing;
  if (typeof value === 'string' && /^[\w().-][\w(). -]*$/.test(value)) return value;
  throw badRequest(`${field} must be a name; it is ${JSON.stringify(value)}.`);
}

function sku(value: unknown): 'standard' | 'premium' {
  if (value === undefined) return 'premium';
  if (value === 'standard' || value === 'premium') return value;
  throw badRequest(`sku must be 'standard' or 'premium'; it is ${JSON.stringify(value)}.`);
}
