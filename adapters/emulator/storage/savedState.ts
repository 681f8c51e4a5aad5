import type { JWK } from 'jose';
import { AuditLog, type AuditRecord } from '../audit/auditLog.ts';
import { BackupSeal } from '../backups/backupSeal.ts';
import { EmulatedClock, type SavedClock } from '../clock/emulatedClock.ts';
import type { EmulatedService } from '../emulatedService.ts';
import { type Principal, Principals } from '../identity/principals.ts';
import { Tokens } from '../identity/tokens.ts';
import { type VaultPurge, VaultPurges } from '../management/deletedVaults/vaultPurges.ts';
import { type ResourceGroup, ResourceGroups } from '../management/groups/resourceGroups.ts';
import { Meter, type SavedMeter } from '../metering/meter.ts';
import { VersionIds } from '../objects/versionIds.ts';
import { type RoleAssignment, RoleAssignments } from '../permissions/roleAssignments.ts';
import { Subscriptions } from '../vaults/subscriptions.ts';
import { VaultDirectory } from '../vaults/vaultDirectory.ts';
import { restoreVault, type SavedVault, saveVault } from './savedVault.ts';

/** What a state file holds, as JSON. */
export interface SavedState {
  readonly clock: SavedClock;
  /** How many version ids were given out. */
  readonly versionIds: number;
  /** Base64. */
  readonly backupKey: string;
  readonly subscriptions: { readonly known: readonly string[]; readonly undeletable: readonly string[] };
  readonly vaults: readonly SavedVault[];
  readonly meter: SavedMeter;
  readonly audit: readonly AuditRecord[];
  readonly groups: readonly ResourceGroup[];
  readonly vaultPurges: readonly (readonly [string, VaultPurge])[];
  readonly principals: readonly Principal[];
  /** The private key that tokens are signed with, once there is one. */
  readonly tokenKey?: JWK;
  readonly roles: readonly RoleAssignment[];
}

/** The parts of an emulator that its state brings back. */
export type RestoredParts = Omit<EmulatedService, 'settings' | 'addresses' | 'settling' | 'gatekeeper'>;

/** What has to be kept of an emulator. */
export function saveState(service: EmulatedService): SavedState {
  const { clock, versionIds, backups, subscriptions, vaults, meter, audit } = service;
  const { groups, vaultPurges, principals, tokens, roles } = service;
  const tokenKey = tokens.key();
  const now = clock.now();
  return {
    clock: clock.save(),
    versionIds: versionIds.given,
    backupKey: backups.key().toString('base64'),
    subscriptions: { known: subscriptions.ids(), undeletable: subscriptions.undeletableIds() },
    vaults: vaults.all(now).map(({ vault }) => saveVault(vault, now)),
    meter: meter.save(),
    audit: audit.lasting(),
    groups: groups.all(),
    vaultPurges: vaultPurges.all(),
    principals: principals.all(),
    ...(tokenKey !== undefined && { tokenKey }),
    roles: roles.all(),
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
  const subscriptions = new Subscriptions(saved.subscriptions.known, saved.subscriptions.undeletable);
  const vaults = new VaultDirectory(subscriptions);
  const clock = EmulatedClock.fromSaved(saved.clock, options.frozen);
  for (const vault of saved.vaults) restoreVault(vaults, vault, clock.now());
  return {
    clock,
    versionIds: new VersionIds(options.seed, saved.versionIds),
    backups: new BackupSeal(Buffer.from(saved.backupKey, 'base64')),
    subscriptions,
    vaults,
    meter: new Meter(saved.meter),
    audit: new AuditLog(saved.audit),
    groups: new ResourceGroups(saved.groups),
    vaultPurges: new VaultPurges(saved.vaultPurges),
    principals: new Principals(saved.principals),
    tokens: new Tokens(saved.tokenKey),
    roles: new RoleAssignments(saved.roles),
  };
}
