import type { VaultSettings } from '../../model/vaultSettings.ts';

/** What a vault is that was made without saying more (SD-01, SD-02): an emulator without settings offers this one. */
export const DEFAULT_SETTINGS: VaultSettings = {
  softDelete: true,
  retentionDays: 90,
  purgeProtection: false,
};
