import type { Facts } from '../../world/facts.ts';

/**
 * What is still known of a vault's settings after a change that was not recorded: what no change takes back, which is
 * soft delete, its retention interval and purge protection once they are there (SD-03, RT-03, PP-04).
 */
export function irrevocable(before: Facts | undefined): Facts {
  const {
    enableSoftDelete,
    softDeleteRetentionInDays: days,
    enablePurgeProtection,
    provisioningState,
  } = before ?? {};
  const isSoft = enableSoftDelete === true;
  return {
    ...(isSoft && { enableSoftDelete: true }),
    ...(isSoft && typeof days === 'number' && { softDeleteRetentionInDays: days }),
    ...(enablePurgeProtection === true && { enablePurgeProtection: true }),
    ...(provisioningState !== undefined && { provisioningState }),
  };
}
