import type { WireRequest } from '../../model/event.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { Adapter, TargetClock } from '../adapter.ts';
import type { VaultPlace } from '../rest/caller.ts';
import { fixedToken } from '../rest/token/tokenSource.ts';
import { baseOf, parseBaseUrl, portOf } from './baseUrl.ts';
import { openConnection } from './connection.ts';
import { type ControlApi, createControlApi } from './controlApi.ts';
import { Gate } from './gate.ts';
import { liveAdapter } from './liveAdapter.ts';
import { probed } from './probed.ts';
import { rewoundDates } from './rewoundDates.ts';
import type { TargetOptions } from './targetOptions.ts';
import { freshVaultName, summaryOf, type TargetPreset } from './targetPreset.ts';
import { realTime, shiftedTime, type TargetTime } from './targetTime.ts';
import { VERSIONED_KINDS } from './versionedKinds.ts';

const URL_DEFAULT = 'https://127.0.0.1:8443';
/** The greatest shift that one call takes: a Java `int`. */
const LONGEST_SHIFT_S = 2 ** 31 - 1;

/** nagyesta/lowkey-vault: vaults with settings of their own, and time that passes by moving all dates back. */
export const lowkeyVault: TargetPreset = {
  id: 'lowkey-vault',
  what: 'Lowkey Vault by nagyesta, in Java: secrets, keys, certificates and the management of vaults',
  from: 'https://github.com/nagyesta/lowkey-vault',
  version: '7.3.74',
  start: [
    'docker run --rm -p 8443:8443 -e LOWKEY_ARGS="--LOWKEY_VAULT_NAMES=-" nagyesta/lowkey-vault:7.3.74',
    'mvn -q dependency:copy -Dartifact=com.github.nagyesta.lowkey-vault:lowkey-vault-app:7.3.74 -DoutputDirectory=. && java -jar lowkey-vault-app-7.3.74.jar --LOWKEY_VAULT_NAMES=-   # JDK 25',
  ],
  url: URL_DEFAULT,
  capabilities: {
    secrets: 'all operations, backup and restore among them',
    keys: 'all operations, rotation and use among them',
    certificates: 'made by itself or imported, with their policies; no issuers, no contacts',
    vaults: 'a new one for each sequence, with retention and purge protection as wanted',
    clock: 'moved on for each vault on its own, by moving all dates that the vault keeps into the past',
  },
  missing: {
    freeze: 'time runs between calls, so instants are met to some milliseconds only',
    'dates in backups':
      'a backup keeps its dates when time is moved: what is restored after that shows later dates',
  },
  open: openLowkeyVault,
};

async function openLowkeyVault(options: TargetOptions): Promise<Adapter> {
  const url = parseBaseUrl(options.url ?? URL_DEFAULT);
  const address = { host: url.hostname.replace(/^\[|\]$/g, ''), port: portOf(url) };
  const { caller, transport, loopback } = openConnection(options, {
    url,
    connect: address,
    selfSigned: true,
    // It looks whether there is a token, not at it.
    tokens: fixedToken('any', 'any token'),
  });
  const api = createControlApi(transport, url.origin);
  const vaults = createVaults(url, api);
  const gate = new Gate<'calls'>(async () => {});
  const time = shiftedTime(realTime(loopback), vaults.shiftOf);
  const adapter = liveAdapter({
    summary: summaryOf(lowkeyVault, options, baseOf(url), { advance: ADVANCE }),
    kinds: options.client === 'sdk' ? ['secret'] : VERSIONED_KINDS,
    caller,
    time,
    clock: clockOf(vaults, time, gate),
    placeOf: vaults.placeOf,
    openVault: async (wanted) => ({
      vault: await vaults.make(wanted),
      settings: wanted,
      shared: false,
      isKept: false,
    }),
    translation: rewoundDates(vaults.shiftOf),
    enter: (_vault, call) => gate.inMode('calls', call),
    close: vaults.remove,
  });
  return probed(adapter, async () => {
    await api.call({ method: 'GET', path: '/management/vault' });
  });
}

const ADVANCE: WireRequest = {
  method: 'PUT',
  url: '/management/vault/time/all?seconds={seconds}',
  headers: { 'content-type': 'application/json' },
  body: {},
};

/** The vaults that a run made. */
interface Vaults {
  make(wanted: VaultSettings): Promise<string>;
  placeOf(vault: string): VaultPlace | undefined;
  /** Seconds that a vault's time was moved on in all. */
  shiftOf(vault: string): number;
  moveOn(vault: string, seconds: number): Promise<void>;
  remove(): Promise<void>;
}

function createVaults(url: URL, api: ControlApi): Vaults {
  const shifts = new Map<string, number>();
  const authority = (vault: string): string => `${vault}.localhost:${portOf(url)}`;
  // It knows vaults by https:// addresses only.
  const baseUri = (vault: string): string => encodeURIComponent(`https://${authority(vault)}`);
  return {
    async make(wanted) {
      const vault = freshVaultName();
      const body = { baseUri: `https://${authority(vault)}`, ...recoveryOf(wanted) };
      await api.call({ method: 'POST', path: '/management/vault', body });
      shifts.set(vault, 0);
      return vault;
    },
    placeOf: (vault) =>
      shifts.has(vault)
        ? { base: `${url.protocol}//${authority(vault)}`, idHost: authority(vault) }
        : undefined,
    shiftOf: (vault) => shifts.get(vault) ?? 0,
    async moveOn(vault, seconds) {
      for (let left = seconds; left > 0; left -= LONGEST_SHIFT_S) {
        const step = Math.min(left, LONGEST_SHIFT_S);
        await api.call({
          method: 'PUT',
          path: `/management/vault/time?baseUri=${baseUri(vault)}&seconds=${step}`,
          body: {},
        });
        shifts.set(vault, (shifts.get(vault) ?? 0) + step);
      }
    },
    async remove() {
      const failures: unknown[] = [];
      for (const vault of shifts.keys()) {
        const at = `baseUri=${baseUri(vault)}`;
        try {
          await api.call({ method: 'DELETE', path: `/management/vault?${at}`, mayBeGone: true });
          // A vault without retention is gone as soon as it is deleted.
          await api.call({ method: 'DELETE', path: `/management/vault/purge?${at}`, mayBeGone: true });
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
      shifts.clear();
    },
  };
}

/** Its recovery levels are those that objects of such a vault show (PP-09); only 90 days are not "customized". */
function recoveryOf(wanted: VaultSettings): { recoveryLevel: string; recoverableDays: number | null } {
  if (!wanted.softDelete) return { recoveryLevel: 'Purgeable', recoverableDays: null };
  const level = wanted.retentionDays === 90 ? 'Recoverable' : 'CustomizedRecoverable';
  return {
    recoveryLevel: wanted.purgeProtection ? level : `${level}+Purgeable`,
    recoverableDays: wanted.retentionDays,
  };
}

function clockOf(vaults: Vaults, time: TargetTime, gate: Gate<'calls'>): TargetClock {
  return {
    scope: 'vault',
    frozen: false,
    async now(vault) {
      const local = Date.now() / 1000;
      return time.window(vault ?? '', { from: local, to: local }).from;
    },
    advance: (seconds, vault) => gate.alone(() => vaults.moveOn(vault, seconds)),
  };
}
