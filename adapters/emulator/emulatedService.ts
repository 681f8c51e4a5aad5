import type { AuditLog } from './audit/auditLog.ts';
import type { BackupSeal } from './backups/backupSeal.ts';
import type { EmulatedClock } from './clock/emulatedClock.ts';
import type { Gatekeeper } from './identity/gatekeeper.ts';
import type { Principals } from './identity/principals.ts';
import type { Tokens } from './identity/tokens.ts';
import type { VaultPurges } from './management/deletedVaults/vaultPurges.ts';
import type { ResourceGroups } from './management/groups/resourceGroups.ts';
import type { SoftDeleteOptOut } from './management/vaults/monotoneSettings.ts';
import type { Meter } from './metering/meter.ts';
import type { VersionIds } from './objects/versionIds.ts';
import type { RoleAssignments } from './permissions/roleAssignments.ts';
import type { Addresses } from './server/addresses.ts';
import type { Settling } from './settling/settling.ts';
import type { Subscriptions } from './vaults/subscriptions.ts';
import type { VaultDirectory } from './vaults/vaultDirectory.ts';

/** How an emulator behaves where the documents leave it open, or the user chooses. */
export interface ServiceSettings {
  /** What becomes of a new vault that is asked for without soft delete. */
  readonly softDeleteOptOut: SoftDeleteOptOut;
  /** What a plain PUT does where an empty vault of that name is deleted. */
  readonly emptyDeletedVault: 'recovered' | 'conflict';
  /** Whether RSA keys may share factors. */
  readonly quickKeys: boolean;
  /** Seconds for which tokens are valid. */
  readonly tokenSeconds: number;
}

/** Everything that an emulator is, apart from how it is reached. */
export interface EmulatedService {
  readonly settings: ServiceSettings;
  readonly addresses: Addresses;
  readonly clock: EmulatedClock;
  readonly settling: Settling;
  readonly versionIds: VersionIds;
  readonly backups: BackupSeal;
  readonly subscriptions: Subscriptions;
  readonly groups: ResourceGroups;
  readonly vaults: VaultDirectory;
  readonly vaultPurges: VaultPurges;
  readonly principals: Principals;
  readonly tokens: Tokens;
  readonly gatekeeper: Gatekeeper;
  readonly roles: RoleAssignments;
  readonly meter: Meter;
  readonly audit: AuditLog;
}
