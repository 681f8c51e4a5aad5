import { given, isBoolean, isString, type Json } from '../../objects/objectBody.ts';
import type { Tags } from '../../objects/storedObject.ts';
import type { AccessPolicy } from '../../vaults/accessPolicy.ts';
import { invalidValue } from '../armErrors.ts';
import { readAccessPolicies } from './readAccessPolicies.ts';

/** What a PUT or a PATCH says of a vault. Undefined where it says nothing, or null. */
export interface WantedVault {
  readonly location: string | undefined;
  readonly tags: Tags | undefined;
  readonly recover: boolean;
  readonly tenantId: string | undefined;
  readonly sku: 'standard' | 'premium' | undefined;
  readonly accessPolicies: readonly AccessPolicy[] | undefined;
  readonly rbac: boolean | undefined;
  readonly networkAcls: object | undefined;
  readonly enabledForDeployment: boolean | undefined;
  readonly enabledForDiskEncryption: boolean | undefined;
  readonly enabledForTemplateDeployment: boolean | undefined;
  readonly publicNetworkAccess: string | undefined;
  readonly softDelete: boolean | undefined;
  readonly retentionDays: number | undefined;
  readonly purgeProtection: boolean | undefined;
}

/** Reads the body of a PUT or a PATCH. Throws a 400 that names the property. */
export function readWantedVault(body: Json): WantedVault {
  const properties = sectionOf('properties', body.properties);
  const take = <T>(name: string, isWanted: (value: unknown) => value is T): T | undefined =>
    named(name, () => given(properties[name], isWanted));
  const mode = take('createMode', isString)?.toLowerCase() ?? 'default';
  if (mode !== 'default' && mode !== 'recover') throw invalidValue('createMode');
  return {
    location: named('location', () => given(body.location, isString))
      ?.toLowerCase()
      .replaceAll(' ', ''),
    tags: readTags(body.tags),
    recover: mode === 'recover',
    tenantId: take('tenantId', isString),
    sku: readSku(properties.sku),
    accessPolicies: readAccessPolicies(properties.accessPolicies),
    rbac: take('enableRbacAuthorization', isBoolean),
    networkAcls: readObject('networkAcls', properties.networkAcls),
    enabledForDeployment: take('enabledForDeployment', isBoolean),
    enabledForDiskEncryption: take('enabledForDiskEncryption', isBoolean),
    enabledForTemplateDeployment: take('enabledForTemplateDeployment', isBoolean),
    publicNetworkAccess: take('publicNetworkAccess', isString),
    softDelete: take('enableSoftDelete', isBoolean),
    retentionDays: readRetention(properties.softDeleteRetentionInDays),
    purgeProtection: take('enablePurgeProtection', isBoolean),
  };
}

function readSku(value: unknown): 'standard' | 'premium' | undefined {
  if (value === undefined || value === null) return undefined;
  const { family, name } = sectionOf('sku', value);
  const sku = isString(name) ? name.toLowerCase() : undefined;
  if (String(family).toUpperCase() !== 'A' || (sku !== 'standard' && sku !== 'premium')) {
    throw invalidValue('sku');
  }
  return sku;
}

function readRetention(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 7 && value <= 90) return value;
  throw invalidValue('softDeleteRetentionInDays');
}

function readTags(value: unknown): Tags | undefined {
  const tags = readObject('tags', value);
  if (tags === undefined) return undefined;
  if (!Object.values(tags).every(isString)) throw invalidValue('tags');
  return Object.fromEntries(Object.entries(tags).map(([name, text]) => [name, String(text)]));
}

function readObject(name: string, value: unknown): object | undefined {
  return value === undefined || value === null ? undefined : sectionOf(name, value);
}

function sectionOf(name: string, value: unknown): Json {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw invalidValue(name);
  return { ...value };
}

/** Turns the refusal of a value into one that names the property. */
function named<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw invalidValue(name);
  }
}
