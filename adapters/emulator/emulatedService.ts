import type { AuditLog } from './audit/auditLog.ts';
import type { BackupSeal } from './backups/backupSeal.ts';
import type { EmulatedClock } from './clock/emulatedClock.ts';
import type { Meter } from './metering/meter.ts';
import type { VersionIds } from './objects/versionIds.ts';
import type { Settling } from './settling/settling.ts';
import type { Subscriptions } from './vaults/subscriptions.ts';
import type { VaultDirectory } from './vaults/vaultDirectory.ts';

/** Everything that an emulator is, apart from how it is reached. */
export interface EmulatedService {
  readonly clock: EmulatedClock;
  readonly settling: Settling;
  readonly versionIds: VersionIds;
  readonly backups: BackupSeal;
  readonly subscriptions: Subscriptions;
  readonly vaults: VaultDirectory;
  readonly meter: Meter;
  readonly audit: AuditLog;
}
