import type { VaultSettings } from '../../model/vaultSettings.ts';

/** The class of a vault's settings, in words: objects in vaults of one class live alike. */
export function settingsClass(settings: VaultSettings): string {
  if (!settings.softDelete) return 'no soft delete';
  const { retentionDays, purgeProtection, permissionModel, protectedSubscription } = settings;
  const access = permissionModel ? `, ${permissionModel}` : '';
  const protection = purgeProtection ? ', purge protection' : '';
  return `${retentionDays} days${protection}${protectedSubscription ? ', undeletable' : ''}${access}`;
}
