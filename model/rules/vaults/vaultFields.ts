import type { Call } from '../../call.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern, Relation } from '../../pattern/objectPattern.ts';
import type { Facts } from '../../world/facts.ts';
import { RETENTION_DAYS } from '../purgeProtection/recoveryLevel.ts';

/** Fields that a PUT sets anew: what it leaves out is emptied. */
export const REPLACED = [
  'location',
  'tags',
  'tenantId',
  'sku',
  'accessPolicies',
  'enabledForDeployment',
  'enabledForDiskEncryption',
  'enabledForTemplateDeployment',
] as const;

/** Fields that a PUT leaves as they are where it says nothing of them (SD-03, RT-03, PP-04, PM-03). */
export const KEPT = [
  'enableSoftDelete',
  'softDeleteRetentionInDays',
  'enablePurgeProtection',
  'enableRbacAuthorization',
] as const;

/** Fields that no rule speaks of; the service rewrites them as it likes. */
const FREE = [
  'networkAcls',
  'publicNetworkAccess',
  'privateEndpointConnections',
  'hsmPoolResourceId',
  'systemData',
] as const;

/** All fields that tell of a vault itself, without those that no rule speaks of. */
export const VAULT_FIELDS: readonly string[] = ['subscription', 'resourceGroup', ...REPLACED, ...KEPT];

/** What a vault with these facts may look like where the management plane shows it. */
export function showVault(call: Call, facts: Facts): ObjectPattern {
  const fields: Record<string, FieldPattern> = {};
  for (const field of FREE) fields[field] = { unknown: true };
  for (const field of VAULT_FIELDS) fields[field] = showSetting(call, field, facts[field]);
  if (call.strictness.service) for (const field of ALWAYS) fields[field] = present(field, fields[field]);
  fields.vaultUri = { any: 'string' };
  // The oldest versions say nothing of it.
  fields.provisioningState = { optional: provisioning(call, facts) };
  return { name: call.name, version: { none: true }, fields, relations: [OWN_ADDRESS] };
}

/** Recordings: a vault is registered or being registered (1,716 of 1,716), and once it is, it stays so. */
function provisioning({ strictness }: Call, { provisioningState }: Facts): FieldPattern {
  if (!strictness.service) return { any: 'string' };
  return provisioningState === REGISTERED ? { is: REGISTERED } : { oneOf: ['RegisteringDns', REGISTERED] };
}

/** What a vault says of itself when its DNS name is there (VT-02). */
export const REGISTERED = 'Succeeded';

/** Recordings: each vault shows them, empty where nothing is set (2,424 of 2,424). */
const ALWAYS = ['tags', 'accessPolicies', 'enabledForDeployment'] as const;

function present(field: (typeof ALWAYS)[number], pattern: FieldPattern | undefined): FieldPattern {
  if (pattern && 'optional' in pattern) return pattern.optional;
  if (pattern && !('unknown' in pattern)) return pattern;
  if (field === 'enabledForDeployment') return { oneOf: [true, false] };
  return { any: field === 'tags' ? 'object' : 'list' };
}

/** VT-13: a vault's DNS name begins with its own. */
const OWN_ADDRESS: Relation = {
  field: 'vaultUri',
  demand: "an address that begins with the vault's name",
  holds: ({ vaultUri }, { name }) => {
    if (typeof vaultUri !== 'string') return true;
    const [, label, rest] = /^https?:\/\/([^./:]*)([^/]*)\/?$/.exec(vaultUri) ?? [];
    return label?.toLowerCase() === name.toLowerCase() || (rest === undefined && isWithin(name, vaultUri));
  },
};

/** An address of another form, as emulators have it: a path may name the vault. */
function isWithin(name: string, address: string): boolean {
  return address.toLowerCase().includes(name.toLowerCase());
}

function showSetting(call: Call, field: string, fact: Facts[string] | undefined): FieldPattern {
  const early = call.strictness.service ? earlySetting(call, field, fact) : undefined;
  if (early) return early;
  if (fact === undefined) return unknownSetting(call, field);
  if (field === 'softDeleteRetentionInDays') {
    // OQ-06: a retention that nobody set is left out by older versions, and shown as 90 by newer ones.
    return fact === null ? { optional: { is: RETENTION_DAYS.most } } : { is: fact };
  }
  if (field === 'enableSoftDelete' && fact === null) return unknownSetting(call, field);
  // Recorders replace the ids of subscriptions, not always by the same ones.
  if (call.strictness.service && field === 'subscription') return { unknown: true };
  if (fact === null || fact === false) return { optional: { oneOf: [false] } };
  if (field === 'tags' && isEmpty(fact)) return { optional: { is: {} } };
  if (field === 'accessPolicies' && isEmpty(fact)) return { optional: { is: [] } };
  return call.strictness.service || field !== 'sku' ? { is: fact } : { any: 'object' };
}

/** Recordings: until 2019-09-01 brought a retention to set, soft delete was on or not spoken of (1,489 of 1,489). */
function earlySetting(
  { command: { apiVersion } }: Call,
  field: string,
  fact: Facts[string] | undefined,
): FieldPattern | undefined {
  if (typeof apiVersion !== 'string' || apiVersion >= '2019-09-01') return undefined;
  if (field === 'softDeleteRetentionInDays') return { absent: true };
  return field === 'enableSoftDelete' && fact !== true ? { optional: { is: true } } : undefined;
}

function unknownSetting(call: Call, field: string): FieldPattern {
  // Recordings: each vault has them, 2,424 of 2,424.
  if (call.strictness.service && field === 'sku') return { any: 'object' };
  if (call.strictness.service && (field === 'tenantId' || field === 'location')) return { any: 'string' };
  if (field.startsWith('enable')) return { optional: { oneOf: [true, false] } };
  if (field === 'softDeleteRetentionInDays') return { optional: { any: 'integer' } };
  return { unknown: true };
}

function isEmpty(fact: Facts[string]): boolean {
  return typeof fact === 'object' && fact !== null && Object.keys(fact).length === 0;
}
