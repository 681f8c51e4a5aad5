import type { Adapter } from '../adapter.ts';
import type { VaultPlace } from '../rest/caller.ts';
import { fixedToken } from '../rest/token/tokenSource.ts';
import { baseOf, parseBaseUrl } from './baseUrl.ts';
import { openConnection } from './connection.ts';
import { DEFAULT_SETTINGS } from './defaultSettings.ts';
import { liveAdapter } from './liveAdapter.ts';
import { probe } from './probe.ts';
import { probed } from './probed.ts';
import { restOnly } from './restOnly.ts';
import type { TargetOptions } from './targetOptions.ts';
import { summaryOf, type TargetPreset } from './targetPreset.ts';
import { realTime } from './targetTime.ts';
import { VERSIONED_KINDS } from './versionedKinds.ts';

const URL_DEFAULT = 'https://127.0.0.1:8445';
const VAULT = 'vault';

/** pacorreia/azure-keyvault-emulator: one vault for all comers, no identity, no clock. */
export const pacorreia: TargetPreset = {
  id: 'pacorreia',
  what: 'azure-keyvault-emulator by pacorreia, in Go: secrets, keys and certificates of one vault',
  from: 'https://github.com/pacorreia/azure-keyvault-emulator',
  version: '0.3.0',
  start: [
    'docker run --rm -p 8445:8445 -e HTTPS_PORT=8445 -e ENABLE_UI=false ghcr.io/pacorreia/azure-keyvault-emulator:0.3.0',
    'go install github.com/pacorreia/azure-keyvault-emulator@v0.3.0 && PORT=8085 HTTPS_PORT=8445 ENABLE_UI=false azure-keyvault-emulator',
  ],
  url: URL_DEFAULT,
  capabilities: {
    secrets: 'one vault, kept in memory',
    keys: 'made, imported and used',
    certificates: 'made by itself or imported, with their policies',
  },
  missing: {
    vaults: 'one vault: retention other than 90 days and purge protection are not judged',
    clock: 'time cannot be moved, so what happens at the end of the retention interval is not judged',
    identity: 'calls are let in without a token, so the client library of the SDK cannot be used',
  },
  open: openPacorreia,
};

async function openPacorreia(options: TargetOptions): Promise<Adapter> {
  restOnly(pacorreia.id, options);
  const url = parseBaseUrl(options.url ?? URL_DEFAULT);
  const { caller, loopback } = openConnection(options, {
    url,
    selfSigned: true,
    tokens: fixedToken('any', 'any token'),
  });
  // Its ids name a host of its own, whatever it is asked as; they are not held against it here.
  const place: VaultPlace = { base: baseOf(url), ...(options.host !== undefined && { host: options.host }) };
  const adapter = liveAdapter({
    summary: summaryOf(pacorreia, options, place.base),
    kinds: VERSIONED_KINDS,
    caller,
    time: realTime(loopback),
    placeOf: (vault) => (vault === VAULT ? place : undefined),
    openVault: async () => ({ vault: VAULT, settings: DEFAULT_SETTINGS, shared: true, isKept: true }),
  });
  return probed(adapter, () => probe(caller, VAULT, place));
}
