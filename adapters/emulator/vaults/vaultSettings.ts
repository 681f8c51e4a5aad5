/** A vault's name and what the life of its objects depends on. */
export interface VaultSettings {
  /** Lower case. */
  readonly name: string;
  /** `enableSoftDelete`: false only in vaults from the time when it could be left out. */
  readonly softDelete: boolean;
  /** `softDeleteRetentionInDays`: 7 to 90, fixed when the vault is made. */
  readonly retentionDays: number;
  /** `enablePurgeProtection`: once true, true for good. */
  readonly purgeProtection: boolean;
  /** Whether only the service may purge in the vault's subscription (UN-01). */
  readonly undeletable: boolean;
  /** The Azure region, in lower case and without spaces. */
  readonly location: string;
}
