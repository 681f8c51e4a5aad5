import { badRequest } from '../errors/badRequest.ts';
import type { VaultSettings } from './vaultSettings.ts';

/** A vault to be made. */
export interface VaultDefinition {
  /** 3 to 24 letters, digits and hyphens as Azure wants them; compared without regard to case. */
  readonly name: string;
  /** Default true. False makes a vault of the old kind, where deletion is final. */
  readonly softDelete?: boolean;
  /** Days that a deleted object can be recovered: 7 to 90, default 90. */
  readonly retentionDays?: number;
  /** Default false. True forbids purging; needs soft delete. */
  readonly purgeProtection?: boolean;
}

const FIELDS: readonly string[] = ['name', 'softDelete', 'retentionDays', 'purgeProtection'];

/** The settings that a definition asks for. Throws a 400 that names the field when Azure would not make such a vault. */
export function readVaultDefinition(definition: unknown): VaultSettings {
  if (typeof definition !== 'object' || definition === null || Array.isArray(definition)) {
    throw badRequest('A vault must be an object such as {"name": "my-vault", "retentionDays": 7}.');
  }
  const given: Record<string, unknown> = { ...definition };
  for (const field of Object.keys(given)) {
    if (!FIELDS.includes(field)) {
      throw badRequest(`A vault has no field '${field}'; it may have ${FIELDS.join(', ')}.`);
    }
  }
  const settings: VaultSettings = {
    name: vaultName(given.name),
    softDelete: flag('softDelete', given.softDelete, true),
    retentionDays: retention(given.retentionDays),
    purgeProtection: flag('purgeProtection', given.purgeProtection, false),
  };
  if (settings.purgeProtection && !settings.softDelete) {
    throw badRequest('purgeProtection needs softDelete: a vault without soft delete cannot be protected.');
  }
  return settings;
}

function vaultName(value: unknown): string {
  if (typeof value === 'string' && /^[a-z](?!.*--)[0-9a-z-]{1,22}[0-9a-z]$/i.test(value)) {
    return value.toLowerCase();
  }
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
