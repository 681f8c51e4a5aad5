import type { VaultSettings } from '../../model/vaultSettings.ts';

/** The class of a vault's settings, in words: objects in vaults of one class live alike. */
export function settingsClass(settings: VaultSettings): string {
  if (!settings.softDelete) return 'no soft delete';
  return `${settings.retentionDays} days${settings.purgeProtection ? ', purge protection' : ''}`;
}
