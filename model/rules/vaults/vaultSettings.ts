import type { Facts } from '../../world/facts.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import { RETENTION_DAYS } from '../purgeProtection/recoveryLevel.ts';

/** What a vault's own facts tell of the settings that its objects live under. */
export function settingsOf(facts: Facts): KnownSettings {
  const { enableSoftDelete, softDeleteRetentionInDays: days, enablePurgeProtection } = facts;
  return {
    ...(typeof enableSoftDelete === 'boolean' && { softDelete: enableSoftDelete }),
    ...(typeof days === 'number' && { retentionDays: days }),
    // PP-01: off unless asked for, and then left out of answers.
    ...(enablePurgeProtection !== undefined && { purgeProtection: enablePurgeProtection === true }),
  };
}

/** Whether a value may be a retention, in days (RT-01). */
export function isRetention(days: unknown): boolean {
  return (
    Number.isInteger(days) && Number(days) >= RETENTION_DAYS.least && Number(days) <= RETENTION_DAYS.most
  );
}
