import { BackupSeal } from '../backups/backupSeal.ts';
import { EmulatedClock, type SavedClock } from '../clock/emulatedClock.ts';
import type { EmulatedService } from '../emulatedService.ts';
import type { StoredObject } from '../objects/storedObject.ts';
import { VersionIds } from '../objects/versionIds.ts';
import type { SecretVersion } from '../secrets/secretVersion.ts';
import { VaultDirectory } from '../vaults/vaultDirectory.ts';
import type { VaultSettings } from '../vaults/vaultSettings.ts';

/** What a state file holds, as JSON. */
export interface SavedState {
  readonly clock: SavedClock;
  /** How many version ids were given out. */
  readonly versionIds: number;
  /** Base64. */
  readonly backupKey: string;
  readonly vaults: readonly SavedVault[];
}

interface SavedVault extends VaultSettings {
  readonly secrets: readonly StoredObject<SecretVersion>[];
}

/** The parts of an emulator that its state brings back. */
export type RestoredParts = Omit<EmulatedService, 'settling'>;

/** What has to be kept of an emulator. */
export function saveState(service: EmulatedService): SavedState {
  const now = service.clock.now();
  return {
    clock: service.clock.save(),
    versionIds: service.versionIds.given,
    backupKey: service.backups.key().toString('base64'),
    vaults: service.vaults.all().map((vault) => ({ ...vault.settings(), secrets: vault.secrets.all(now) })),
  };
}

/**
 * An emulator as it was.
 * @param options what overrides the saved state: whether time stands still, and the seed of version ids.
 */
export function restoreState(
  saved: SavedState,
  options: { readonly frozen: boolean | undefined; readonly seed: number | undefined },
): RestoredParts {
  const vaults = new VaultDirectory();
  for (const { secrets, ...settings } of saved.vaults) {
    const vault = vaults.create(settings);
    for (const secret of secrets) vault.secrets.add(secret);
  }
  return {
    clock: EmulatedClock.fromSaved(saved.clock, options.frozen),
    versionIds: new VersionIds(options.seed, saved.versionIds),
    backups: new BackupSeal(Buffer.from(saved.backupKey, 'base64')),
    vaults,
  };
}
