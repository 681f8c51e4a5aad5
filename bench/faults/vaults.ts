import type { VaultSettings } from '../../model/vaultSettings.ts';

/** A vault as it is when nothing is asked for: 90 days, no purge protection. */
export const usual: VaultSettings = { softDelete: true, retentionDays: 90, purgeProtection: false };

/** A vault with the shortest retention, under purge protection. */
export const protectedWeek: VaultSettings = { softDelete: true, retentionDays: 7, purgeProtection: true };

/** A vault from the time when soft delete could be left out. */
export const legacy: VaultSettings = { softDelete: false, retentionDays: 90, purgeProtection: false };

/** Goes by access policies. */
export const policyVault: VaultSettings = { ...usual, permissionModel: 'access-policies' };

/** Goes by roles. */
export const roleVault: VaultSettings = { ...usual, permissionModel: 'roles' };

/** Protected for a week, and goes by access policies. */
export const protectedPolicyVault: VaultSettings = { ...protectedWeek, permissionModel: 'access-policies' };
