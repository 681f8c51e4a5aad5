import { OBJECT_KINDS } from '../../model/command.ts';
import type { TargetSummary } from '../../model/event.ts';
import type { Adapter } from '../adapter.ts';
import type { VaultPlace } from '../rest/caller.ts';
import type { TokenSource } from '../rest/token/tokenSource.ts';
import { baseOf, parseBaseUrl, portOf } from './baseUrl.ts';
import { openConnection } from './connection.ts';
import { type ControlApi, createControlApi } from './controlApi.ts';
import { type ClockCalls, type ControlledClock, controlClock } from './controlledClock.ts';
import { emulatorAudit } from './emulatorAudit.ts';
import { EMULATOR_HOME } from './emulatorHome.ts';
import { openEmulatorManagement } from './emulatorManagement.ts';
import { readEmulatorMeter } from './emulatorMeter.ts';
import { Gate } from './gate.ts';
import { liveAdapter, type ManagementParts } from './liveAdapter.ts';
import { HARNESS_PRINCIPALS } from './principals/harnessPrincipals.ts';
import { administratorOf, introduceCallers } from './principals/introduceCallers.ts';
import type { RegisteredPrincipals } from './principals/registerPrincipals.ts';
import type { TargetOptions } from './targetOptions.ts';
import { freshVaultName, summaryOf, type TargetPreset } from './targetPreset.ts';

/** The emulator of this package: started within the harness, or one that `serve` runs. */
export const embedded: TargetPreset = {
  id: 'embedded',
  what: 'the emulator of this package, over HTTPS; started by the harness unless a URL is given',
  start: ['keyvault-conformance serve --port 8443   # only for use with --url https://localhost:8443'],
  capabilities: {
    secrets: 'all operations, backup and restore among them',
    keys: 'all operations',
    certificates: 'all operations, their policies, issuers and contacts',
    vaults: 'a new one for each sequence, with retention, purge protection and soft delete as wanted',
    management: 'vaults made, deleted, recovered and purged over Azure Resource Manager',
    clock: 'moved on for all vaults at once, and stopped in between',
    metering: 'what would be billed, by vault and month',
    audit: 'a record of each call in a log that can be read',
  },
  missing: {},
  open: openEmbedded,
};

async function openEmbedded(options: TargetOptions): Promise<Adapter> {
  const own = options.url === undefined ? await startOwn(options) : undefined;
  const url = parseBaseUrl(own?.url ?? options.url ?? '');
  try {
    return await connect(options, url, own);
  } catch (error) {
    await own?.close();
    throw error;
  }
}

interface OwnEmulator {
  readonly url: string;
  readonly caPem: string;
  close(): Promise<void>;
}

/** Loaded when it is wanted: most targets have no use for a server. */
async function startOwn(options: TargetOptions): Promise<OwnEmulator> {
  const { startEmulator } = await import('../emulator/startEmulator.ts');
  const seed = options.seed ?? 0;
  return startEmulator({
    seed,
    settle: options.settle === 'real' ? { mode: 'real', seed } : { mode: 'none' },
    tokens: 'checked',
  });
}

async function connect(options: TargetOptions, url: URL, own: OwnEmulator | undefined): Promise<Adapter> {
  const callers = new Map<string, TokenSource>();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const connection = openConnection(options, {
    url,
    connect: { host, port: portOf(url) },
    selfSigned: true,
    ...(own && { ca: own.caPem }),
    tokens: administratorOf(callers),
    principals: callers,
  });
  const { caller, transport } = connection;
  const api = createControlApi(transport, url.origin);
  const gate = new Gate<'calls'>(async () => {});
  const vaults = new Map<string, VaultPlace>();
  const { controlled, known, management } = await takeOver().catch(async (error: unknown) => {
    await caller.close();
    throw error;
  });
  const accessPolicies = known && [...known.accessPolicies.values()];
  return liveAdapter({
    summary: summaryOf(embedded, options, baseOf(url), {
      advance: { method: 'POST', url: CLOCK_PATH, body: { advance: '{seconds}' } },
      ...permissionsOf(known),
    }),
    kinds: OBJECT_KINDS,
    caller,
    ...controlled,
    ...(management && { management }),
    placeOf: (vault) => vaults.get(vault),
    openVault: async (wanted) => {
      const vault = freshVaultName();
      const { permissionModel, protectedSubscription, ...settings } = wanted;
      const rbac = permissionModel === 'roles';
      const access = accessPolicies ? { rbac, accessPolicies } : {};
      const place = protectedSubscription ? { subscriptionId: await undeletable(api) } : {};
      await api.call({
        method: 'POST',
        path: '/emulator/vaults',
        body: { name: vault, ...settings, ...access, ...place },
      });
      vaults.set(vault, placed(vault));
      return {
        vault,
        settings: accessPolicies
          ? wanted
          : { ...settings, ...(protectedSubscription && { protectedSubscription }) },
        shared: false,
        isKept: own === undefined,
      };
    },
    hasUndeletable: true,
    readAudit: emulatorAudit(api),
    readMeter: (vault) => gate.inMode('calls', () => readEmulatorMeter(api, vault)),
    enter: (_vault, call) => gate.inMode('calls', call),
    close: async () => {
      await known?.remove();
      await own?.close();
    },
  });

  async function takeOver(): Promise<TakenOver> {
    const controlled = await controlClock(api, CLOCK, options.freeze ?? true, (work) => gate.alone(work));
    const known = await introduceCallers({ connection, api, url, clock: controlled, callers });
    const isOwn = own !== undefined;
    const management = await openEmulatorManagement({
      connection,
      api,
      isOwn,
      known,
      clock: controlled,
      placed,
    });
    return { controlled, known, management };
  }
}

/** Whom it tells apart, where it checks tokens. */
function permissionsOf(known: RegisteredPrincipals | undefined): Partial<TargetSummary> {
  if (known === undefined) return { missing: { permissions: 'it takes any token, so nobody is refused' } };
  const callers = Object.keys(HARNESS_PRINCIPALS).length;
  const permissions = `${callers} callers, each with access policies, roles or a bad token of its own, on both planes`;
  return { principals: HARNESS_PRINCIPALS, capabilities: { ...embedded.capabilities, permissions } };
}

interface TakenOver {
  readonly controlled: ControlledClock;
  readonly known: RegisteredPrincipals | undefined;
  readonly management: ManagementParts | undefined;
}

/** A subscription that is marked undeletable; marked again it stays so. */
async function undeletable(api: ControlApi): Promise<string> {
  const { undeletableSubscription: id } = EMULATOR_HOME;
  await api.call({ method: 'PATCH', path: `/emulator/subscriptions/${id}`, body: { undeletable: true } });
  return id;
}

/** Where a vault of the emulator answers. */
function placed(vault: string): VaultPlace {
  const host = `${vault}.vault.azure.net`;
  return { base: `https://${host}`, idHost: host };
}

const CLOCK_PATH = '/emulator/clock';

const CLOCK: ClockCalls = {
  read: { method: 'GET', path: CLOCK_PATH },
  advance: (seconds) => ({ method: 'POST', path: CLOCK_PATH, body: { advance: seconds } }),
  freeze: (frozen) => ({ method: 'POST', path: CLOCK_PATH, body: { freeze: frozen } }),
  datesReplies: true,
};
