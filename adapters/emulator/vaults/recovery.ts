import type { VaultSettings } from './vaultSettings.ts';

/** How a vault lets its objects be recovered, as their attributes show it. */
export interface Recovery {
  /** `Purgeable` in it means that a client may purge. */
  readonly level: string;
  /** Days; 0 without soft delete. */
  readonly days: number;
}

/** The recovery that is in effect in a vault now; live and deleted objects show the same. */
export function recoveryOf(vault: VaultSettings): Recovery {
  if (!vault.softDelete) return { level: 'Purgeable', days: 0 };
  const custom = vault.retentionDays < 90 ? 'Customized' : '';
  return { level: `${custom}Recoverable${purging(vault)}`, days: vault.retentionDays };
}

/** Who may end the recovery early: an undeletable subscription protects its vaults whatever their own settings say (UN-01). */
function purging(vault: VaultSettings): string {
  if (vault.undeletable) return '+ProtectedSubscription';
  return vault.purgeProtection ? '' : '+Purgeable';
}
