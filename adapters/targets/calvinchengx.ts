import type { Adapter } from '../adapter.ts';
import { isLoopback } from '../rest/address.ts';
import type { Caller, VaultPlace } from '../rest/caller.ts';
import { NO_TOKEN } from '../rest/token/tokenSource.ts';
import type { Transport } from '../rest/transport.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { baseOf, parseBaseUrl, portOf } from './baseUrl.ts';
import { type Connection, openConnection } from './connection.ts';
import { type ControlApi, createControlApi } from './controlApi.ts';
import { type ClockCalls, type ControlledClock, controlClock } from './controlledClock.ts';
import { emptyVault } from './emptyVault.ts';
import { Gate } from './gate.ts';
import { liveAdapter } from './liveAdapter.ts';
import { type SigningAuthority, startSigningAuthority } from './signingAuthority.ts';
import type { TargetOptions } from './targetOptions.ts';
import { freshVaultName, summaryOf, type TargetPreset } from './targetPreset.ts';
import { VERSIONED_KINDS } from './versionedKinds.ts';

const URL_DEFAULT = 'https://127.0.0.1:8444';
const START =
  'KV_DATA_DIR= KV_ENTRA_ISSUER=http://127.0.0.1:9500/t/v2.0 azure-keyvault-emulator -addr 127.0.0.1:8444 -soft-delete-retention-days 90';

/** calvinchengx/azure-keyvault-emulator: vaults by host name, checked tokens, a clock; settings hold for the process. */
export const calvinchengx: TargetPreset = {
  id: 'calvinchengx',
  what: 'azure-keyvault-emulator by calvinchengx, in Go: secrets, keys, certificates, faults and roles',
  from: 'https://github.com/calvinchengx/azure-keyvault-emulator',
  version: '0.7.0',
  start: [
    `go install github.com/calvinchengx/azure-keyvault-emulator/cmd/azure-keyvault-emulator@v0.7.0 && ${START}`,
    'docker run --rm --network host -e KV_DATA_DIR= -e KV_ENTRA_ISSUER=http://127.0.0.1:9500/t/v2.0 ghcr.io/calvinchengx/azure-keyvault-emulator:0.7.0 -addr 127.0.0.1:8444',
  ],
  url: URL_DEFAULT,
  capabilities: {
    secrets: 'all operations, backup and restore among them',
    keys: 'all operations, rotation and use among them',
    certificates: 'made by itself or imported, with their policies',
    vaults: 'any, made by its first use',
    'purge protection': "one switch for the process, set to the vault's before each call",
    clock: 'moved on for all vaults at once, and stopped in between',
    identity: 'tokens are checked; the harness signs them at target time and serves the keys',
  },
  missing: {
    retention:
      'one interval for the process, chosen when it is started: start it again with 7 to judge another',
  },
  open: openCalvinchengx,
};

async function openCalvinchengx(options: TargetOptions): Promise<Adapter> {
  const url = parseBaseUrl(options.url ?? URL_DEFAULT);
  const address = { host: url.hostname.replace(/^\[|\]$/g, ''), port: portOf(url) };
  const defaults = { url, connect: address, selfSigned: true };
  const unsigned = openConnection(options, { ...defaults, tokens: NO_TOKEN });
  const api = createControlApi(unsigned.transport, url.origin);
  let authority: SigningAuthority | undefined;
  let signed: Connection | undefined;
  try {
    authority = await startAuthority(unsigned.transport, url);
    const gate = new Gate<boolean>((enabled) => protectPurge(api, enabled));
    const controlled = await controlClock(api, CLOCK, options.freeze ?? true, (work) => gate.alone(work));
    const tokens = authority.tokens(controlled.now);
    signed = openConnection(options, { ...defaults, tokens });
    return await assemble({ options, url, api, gate, controlled, signed, unsigned, authority });
  } catch (error) {
    await authority?.close();
    await signed?.caller.close();
    await unsigned.caller.close();
    throw error;
  }
}

interface Parts {
  readonly options: TargetOptions;
  readonly url: URL;
  readonly api: ControlApi;
  readonly gate: Gate<boolean>;
  readonly controlled: ControlledClock;
  readonly signed: Connection;
  readonly unsigned: Connection;
  readonly authority: SigningAuthority;
}

async function assemble(parts: Parts): Promise<Adapter> {
  const { url, api, gate, controlled, signed } = parts;
  const probe = freshVaultName();
  const found = await findSettings(signed.caller, placed(url, probe));
  const protectedVaults = new Map<string, boolean>([[probe, found.purgeProtection]]);
  return liveAdapter({
    summary: summaryOf(calvinchengx, parts.options, baseOf(url), {
      capabilities: {
        ...calvinchengx.capabilities,
        retention: `${found.retentionDays} days, as it was started`,
      },
      advance: { method: 'POST', url: url.origin + CLOCK_PATH, body: { advance: '{seconds}' } },
    }),
    kinds: parts.options.client === 'sdk' ? ['secret'] : VERSIONED_KINDS,
    caller: signed.caller,
    time: controlled.time,
    clock: controlled.clock,
    placeOf: (vault) => (protectedVaults.has(vault) ? placed(url, vault) : undefined),
    openVault: async ({ purgeProtection }) => {
      const vault = freshVaultName();
      protectedVaults.set(vault, purgeProtection);
      const settings = { softDelete: true, retentionDays: found.retentionDays, purgeProtection };
      return { vault, settings, shared: false, isKept: false };
    },
    enter: (vault, call) => gate.inMode(protectedVaults.get(vault) ?? false, call),
    close: async () => {
      await protectPurge(api, false);
      for (const vault of protectedVaults.keys()) await emptyVault(signed.caller, vault, placed(url, vault));
      await protectPurge(api, found.purgeProtection);
      await api.call({ method: 'POST', path: CLOCK_PATH, body: { offset: 0 } });
      await parts.unsigned.caller.close();
      await parts.authority.close();
    },
  });
}

const CLOCK_PATH = '/_emulator/clock';

/** Taking the clock over puts it back to real time first: a run that was killed may have left it years ahead. */
const CLOCK: ClockCalls = {
  read: { method: 'GET', path: CLOCK_PATH },
  advance: (seconds) => ({ method: 'POST', path: CLOCK_PATH, body: { advance: seconds } }),
  freeze: (frozen) => ({ method: 'POST', path: CLOCK_PATH, body: { offset: 0, freeze: frozen } }),
  datesReplies: false,
};

async function protectPurge(api: ControlApi, enabled: boolean): Promise<void> {
  await api.call({ method: 'POST', path: '/_emulator/purge-protection', body: { enabled } });
}

function placed(url: URL, vault: string): VaultPlace {
  const host = `${vault}.vault.azure.net`;
  return { base: `${url.protocol}//${host}`, idHost: host };
}

/** The emulator tells in its challenge whom it trusts; that address is the one where it looks for keys. */
async function startAuthority(transport: Transport, url: URL): Promise<SigningAuthority> {
  const request = { method: 'GET', origin: url.origin, path: '/secrets?api-version=7.4', headers: {} };
  const { result } = await transport.send(request).catch((error: unknown) => {
    throw new TargetTrouble('unreachable', `${url.origin}: no connection. Start it with: ${START}`, {
      cause: error,
    });
  });
  const challenge = 'lost' in result ? undefined : result.headers['www-authenticate'];
  const trusted = /authorization="([^"]+)"/.exec(challenge ?? '')?.[1];
  if (trusted === undefined || !URL.canParse(trusted)) {
    throw new TargetTrouble('refused', `${url.origin} does not say whom it trusts. Is this calvinchengx?`);
  }
  const { protocol, hostname, port } = new URL(trusted);
  if (protocol !== 'http:' || !isLoopback(hostname)) {
    throw new TargetTrouble(
      'usage',
      `${url.origin} trusts ${trusted}, whose keys the harness cannot serve. Start it with: ${START}`,
    );
  }
  return startSigningAuthority(`${trusted}/v2.0`, hostname, Number(port || 80));
}

/** Learns the settings of the process from a secret in a vault that nobody else uses. */
async function findSettings(
  caller: Caller,
  place: VaultPlace,
): Promise<{ readonly retentionDays: number; readonly purgeProtection: boolean }> {
  const { answer } = await caller.call(
    { op: 'set', kind: 'secret', vault: 'probe', name: 'probe', input: { value: 'probe' } },
    place,
  );
  const fields = 'lost' in answer ? undefined : answer.object?.fields;
  if (typeof fields?.recoverableDays !== 'number') {
    const why = 'lost' in answer ? answer.detail : `answered ${answer.status}`;
    throw new TargetTrouble('refused', `${place.base}: a first secret could not be set (${why})`);
  }
  const purgeable = String(fields.recoveryLevel).includes('Purgeable');
  return { retentionDays: fields.recoverableDays, purgeProtection: !purgeable };
}
