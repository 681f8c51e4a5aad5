import { type AddressInfo, isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildService } from './buildService.ts';
import { makeServerCertificate } from './certificate/serverCertificate.ts';
import type { EmulatorOptions } from './emulatorOptions.ts';
import type { Principal } from './identity/principals.ts';
import { prepareQuickRsaKeys } from './keys/material/quickRsaKeys.ts';
import { createArmServer, createVaultServer, type ServerSetup } from './server/servers.ts';
import { saveState } from './storage/savedState.ts';
import { StateFile } from './storage/stateFile.ts';

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
  /** The address that Azure Resource Manager gives for vaults, with `NAME` for the name: `https://NAME.vault.localhost:PORT`. */
  readonly vaultUrlPattern: string;
  /**
   * `https://localhost:ARMPORT`: Azure Resource Manager, and the identity platform for credentials that take an
   * authority host. Clients must be told not to ask Azure whether it knows this authority.
   */
  readonly armUrl: string;
  readonly armPort: number;
  /** The principal that every emulator knows: what credentials need to sign in. */
  readonly principal: Principal;
  /** Certificate of the authority to trust, PEM; new at every start. */
  readonly caPem: string;
  /** Stops listening, drops connections and keeps the last state. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of Azure Key Vault on HTTPS: data plane, management plane and identity platform.
 * Throws an error that names the option, the port or the state file that is wrong.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const { host = '127.0.0.1', port = 0, armPort = 0, persist } = options;
  const file = persist === undefined ? undefined : new StateFile(persist);
  const service = buildService(options, await file?.load());
  const saved = async (): Promise<void> => file?.save(() => saveState(service));
  await saved();
  const certificate = await makeServerCertificate(host);
  const setup: ServerSetup = {
    service,
    certificate,
    allowAnonymous: options.allowAnonymous ?? false,
    ownAuthority: options.tokens === 'checked',
    saved,
  };
  const vaultServer = createVaultServer(setup);
  const armServer = createArmServer(setup);
  const boundPort = await listen(vaultServer, host, port);
  const boundArmPort = await listen(armServer, host, armPort).catch(async (error: unknown) => {
    await vaultServer.close();
    throw error;
  });
  const armUrl = `https://${clientHost(host)}:${boundArmPort}`;
  service.addresses.armUrl = armUrl;
  service.addresses.vaultSuffix = options.vaultSuffix ?? `vault.localhost:${boundPort}`;
  if (service.settings.quickKeys) void prepareQuickRsaKeys();
  return {
    url: `https://${clientHost(host)}:${boundPort}`,
    port: boundPort,
    vaultUrlPattern: `https://NAME.${service.addresses.vaultSuffix}`,
    armUrl,
    armPort: boundArmPort,
    principal: service.principals.usual,
    caPem: certificate.caPem,
    close: async () => {
      await Promise.all([vaultServer.close(), armServer.close()]);
      await saved();
    },
  };
}

/** What clients on this machine call the host that the emulator listens on. */
function clientHost(host: string): string {
  if (LOCAL.includes(host)) return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}

/** Listens, and returns the port. */
async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
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
  return (app.server.address() as AddressInfo).port;
}
