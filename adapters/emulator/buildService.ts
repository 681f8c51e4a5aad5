import { AuditLog } from './audit/auditLog.ts';
import { BackupSeal } from './backups/backupSeal.ts';
import { EmulatedClock } from './clock/emulatedClock.ts';
import type { EmulatedService, ServiceSettings } from './emulatedService.ts';
import type { EmulatorOptions } from './emulatorOptions.ts';
import { badRequest } from './errors/badRequest.ts';
import { Gatekeeper } from './identity/gatekeeper.ts';
import { type PrincipalDefinition, readPrincipalDefinition } from './identity/principalDefinition.ts';
import { Principals } from './identity/principals.ts';
import { Tokens } from './identity/tokens.ts';
import { VaultPurges } from './management/deletedVaults/vaultPurges.ts';
import { ResourceGroups } from './management/groups/resourceGroups.ts';
import { Meter } from './metering/meter.ts';
import { VersionIds } from './objects/versionIds.ts';
import { addPrincipal } from './permissions/addPrincipal.ts';
import { RoleAssignments } from './permissions/roleAssignments.ts';
import { OWNER_OF_ALL, welcome } from './permissions/welcome.ts';
import { DEFAULT_VAULT } from './requests/vaultHost.ts';
import { Addresses } from './server/addresses.ts';
import { createSettling } from './settling/settling.ts';
import { type RestoredParts, restoreState, type SavedState } from './storage/savedState.ts';
import { Subscriptions } from './vaults/subscriptions.ts';
import { readVaultDefinition, type VaultDefinition } from './vaults/vaultDefinition.ts';
import { VaultDirectory } from './vaults/vaultDirectory.ts';
import type { VaultResource } from './vaults/vaultResource.ts';

/**
 * Everything that an emulator is, new or as it was. Throws an error that names the option that is wrong.
 * @param loaded what a state file had; undefined for a new emulator.
 */
export function buildService(options: EmulatorOptions, loaded: unknown): EmulatedService {
  const { seed, frozen, vaults = [], settle = { mode: 'none' }, tokens = 'any' } = options;
  if (tokens !== 'any' && tokens !== 'checked') throw badRequest("tokens must be 'any' or 'checked'.");
  // The file's digest has been checked: only an emulator of this version can have written it.
  const parts: RestoredParts =
    loaded === undefined ? newParts(options) : restoreState(loaded as SavedState, { frozen, seed });
  if (options.clientSecret !== undefined) parts.principals.setDefaultSecret(options.clientSecret);
  const service: EmulatedService = {
    ...parts,
    settings: settingsOf(options),
    addresses: new Addresses(),
    settling: createSettling(settle),
    gatekeeper: new Gatekeeper(tokens, parts.tokens, parts.principals),
  };
  const now = service.clock.now();
  for (const resource of initialVaults(vaults, now)) {
    if (service.vaults.find(resource.displayName, now) === undefined) welcome(service, resource, now);
  }
  for (const definition of options.principals ?? []) introduce(service, definition, now);
  for (const id of options.undeletableSubscriptions ?? []) markUndeletable(service, id);
  return service;
}

/** @param id from outside, so that it may be anything. */
function markUndeletable({ subscriptions }: EmulatedService, id: unknown): void {
  if (typeof id !== 'string' || id === '') {
    throw badRequest(`undeletableSubscriptions must have ids; it has ${JSON.stringify(id)}.`);
  }
  subscriptions.mark(id, true);
}

/** Adds a principal unless a state file has brought it back. */
function introduce(service: EmulatedService, given: PrincipalDefinition, now: number): void {
  const definition = readPrincipalDefinition({ ...given });
  if (definition.clientId === undefined || definition.clientSecret === undefined) {
    throw badRequest('Each of principals needs a clientId and a clientSecret, to sign in with.');
  }
  if (service.principals.find(definition.clientId) === undefined) addPrincipal(service, definition, now);
}

function settingsOf(options: EmulatorOptions): ServiceSettings {
  const {
    softDeleteOptOut = 'coerced',
    emptyDeletedVault = 'recovered',
    tokenSeconds = 3599,
    quickKeys = true,
  } = options;
  if (!['coerced', 'refused', 'allowed'].includes(softDeleteOptOut)) {
    throw badRequest("softDeleteOptOut must be 'coerced', 'refused' or 'allowed'.");
  }
  if (emptyDeletedVault !== 'recovered' && emptyDeletedVault !== 'conflict') {
    throw badRequest("emptyDeletedVault must be 'recovered' or 'conflict'.");
  }
  if (!Number.isInteger(tokenSeconds) || tokenSeconds < 1) {
    throw badRequest(`tokenSeconds must be a whole number of seconds, 1 or more; it is ${tokenSeconds}.`);
  }
  return { softDeleteOptOut, emptyDeletedVault, tokenSeconds, quickKeys };
}

function newParts({ seed, frozen, startAt }: EmulatorOptions): RestoredParts {
  const subscriptions = new Subscriptions();
  return {
    clock: EmulatedClock.startingAt(startAt, frozen),
    versionIds: new VersionIds(seed),
    backups: new BackupSeal(),
    subscriptions,
    groups: new ResourceGroups(),
    vaults: new VaultDirectory(subscriptions),
    vaultPurges: new VaultPurges(),
    principals: new Principals(),
    tokens: new Tokens(),
    roles: new RoleAssignments([OWNER_OF_ALL]),
    meter: new Meter(),
    audit: new AuditLog(),
  };
}

/** The vaults of the options, and `default`. */
function initialVaults(definitions: readonly VaultDefinition[], now: number): VaultResource[] {
  const all = definitions.map((definition) => readVaultDefinition(definition, now));
  const names = all.map(({ displayName }) => displayName);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined)
    throw badRequest(`vaults has '${twice}' twice; each vault needs a name of its own.`);
  return names.includes(DEFAULT_VAULT) ? all : [...all, readVaultDefinition({ name: DEFAULT_VAULT }, now)];
}
