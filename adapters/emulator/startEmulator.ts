import { type AddressInfo, isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { AuditLog } from './audit/auditLog.ts';
import { BackupSeal } from './backups/backupSeal.ts';
import { makeServerCertificate } from './certificate/serverCertificate.ts';
import { EmulatedClock } from './clock/emulatedClock.ts';
import type { EmulatedService } from './emulatedService.ts';
import type { EmulatorOptions } from './emulatorOptions.ts';
import { badRequest } from './errors/badRequest.ts';
import { Meter } from './metering/meter.ts';
import { VersionIds } from './objects/versionIds.ts';
import { WELCOME } from './permissions/fullAccess.ts';
import { DEFAULT_VAULT } from './requests/vaultHost.ts';
import { createHttpsServer } from './server/httpsServer.ts';
import { createSettling } from './settling/settling.ts';
import { type RestoredParts, restoreState, type SavedState, saveState } from './storage/savedState.ts';
import { StateFile } from './storage/stateFile.ts';
import { Subscriptions } from './vaults/subscriptions.ts';
import { readVaultDefinition, type VaultDefinition } from './vaults/vaultDefinition.ts';
import { VaultDirectory } from './vaults/vaultDirectory.ts';
import type { VaultResource } from './vaults/vaultResource.ts';

/** Hosts that `localhost` reaches. */
const LOCAL: readonly string[] = ['localhost', '127.0.0.1', '::1', '0.0.0.0', '::'];

/** An emulator that answers. */
export interface RunningEmulator {
  /**
   * `https://localhost:PORT` (or the host that was asked for): the vault `default`. Other vaults are at
   * NAME.vault.localhost and, for clients that resolve it to this machine, NAME.vault.azure.net.
   * NAME.localhost means the same, but few clients take a certificate for such a name.
   */
  readonly url: string;
  readonly port: number;
  /** Certificate of the authority to trust, PEM; new at every start. */
  readonly caPem: string;
  /** Stops listening, drops connections and keeps the last state. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of Azure Key Vault's data plane on HTTPS.
 * Throws an error that names the option, the port or the state file that is wrong.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const { host = '127.0.0.1', port = 0, persist } = options;
  const file = persist === undefined ? undefined : new StateFile(persist);
  const service = buildService(options, await file?.load());
  const saved = async (): Promise<void> => file?.save(() => saveState(service));
  await saved();
  const certificate = await makeServerCertificate(host);
  const app = createHttpsServer({
    service,
    certificate,
    allowAnonymous: options.allowAnonymous ?? false,
    saved,
  });
  await listen(app, host, port);
  const { port: boundPort } = app.server.address() as AddressInfo;
  return {
    url: `https://${clientHost(host)}:${boundPort}`,
    port: boundPort,
    caPem: certificate.caPem,
    close: async () => {
      await app.close();
      await saved();
    },
  };
}

function buildService(options: EmulatorOptions, loaded: unknown): EmulatedService {
  const { seed, frozen, vaults = [], settle = { mode: 'none' } } = options;
  // The file's digest has been checked: only an emulator of this version can have written it.
  const parts: RestoredParts =
    loaded === undefined ? newParts(options) : restoreState(loaded as SavedState, { frozen, seed });
  const now = parts.clock.now();
  for (const resource of initialVaults(vaults, now)) {
    if (parts.vaults.find(resource.displayName, now) === undefined) parts.vaults.create(resource, now);
  }
  return { ...parts, settling: createSettling(settle) };
}

function newParts({ seed, frozen, startAt }: EmulatorOptions): RestoredParts {
  const subscriptions = new Subscriptions();
  return {
    clock: EmulatedClock.startingAt(startAt, frozen),
    versionIds: new VersionIds(seed),
    backups: new BackupSeal(),
    subscriptions,
    vaults: new VaultDirectory(subscriptions),
    meter: new Meter(),
    audit: new AuditLog(),
  };
}

/** The vaults of the options, and `default`. */
function initialVaults(definitions: readonly VaultDefinition[], now: number): VaultResource[] {
  const all = definitions.map((definition) => readVaultDefinition(definition, WELCOME, now));
  const names = all.map(({ displayName }) => displayName);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined)
    throw badRequest(`vaults has '${twice}' twice; each vault needs a name of its own.`);
  return names.includes(DEFAULT_VAULT)
    ? all
    : [...all, readVaultDefinition({ name: DEFAULT_VAULT }, WELCOME, now)];
}

/** What clients on this machine call the host that the emulator listens on. */
function clientHost(host: string): string {
  if (LOCAL.includes(host)) return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new Error(`Port ${port} on ${host} is in use. Choose another port, or 0 for any that is free.`);
    }
    throw new Error(`Cannot listen on ${host}, port ${port}: ${code ?? error}.`, { cause: error });
  }
}
