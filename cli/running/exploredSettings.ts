import type { VaultSettings } from '../../model/vaultSettings.ts';

/** The settings of vaults that a run asks for, as far as the target has them. */
export const EXPLORED_SETTINGS: readonly VaultSettings[] = [
  { softDelete: true, retentionDays: 90, purgeProtection: false },
  { softDelete: true, retentionDays: 7, purgeProtection: true },
  { softDelete: true, retentionDays: 30, purgeProtection: false },
  { softDelete: true, retentionDays: 90, purgeProtection: true },
  { softDelete: false, retentionDays: 90, purgeProtection: false },
];
