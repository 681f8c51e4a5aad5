import type { Adapter } from '../adapter.ts';
import type { VaultPlace } from '../rest/caller.ts';
import { fixedToken } from '../rest/token/tokenSource.ts';
import type { Transport } from '../rest/transport.ts';
import { baseOf, parseBaseUrl } from './baseUrl.ts';
import { openConnection } from './connection.ts';
import { createControlApi } from './controlApi.ts';
import { DEFAULT_SETTINGS } from './defaultSettings.ts';
import { emptyVault } from './emptyVault.ts';
import { liveAdapter } from './liveAdapter.ts';
import { probe } from './probe.ts';
import { probed } from './probed.ts';
import { restOnly } from './restOnly.ts';
import type { TargetOptions } from './targetOptions.ts';
import { freshVaultName, summaryOf, type TargetPreset } from './targetPreset.ts';
import { realTime } from './targetTime.ts';

const URL_DEFAULT = 'http://127.0.0.1:4566';

/** moabukar/miniblue: any vault under a path of its own, no identity, no clock. */
export const miniblue: TargetPreset = {
  id: 'miniblue',
  what: 'miniblue by moabukar, in Go: many Azure services in one program, of Key Vault set, get, delete and list',
  from: 'https://github.com/moabukar/miniblue',
  version: '0.8.0',
  start: [
    'docker run --rm -p 4566:4566 -p 4567:4567 moabukar/miniblue:0.8.0',
    'go install github.com/moabukar/miniblue/cmd/miniblue@v0.8.0 && SERVICES=keyvault miniblue',
  ],
  url: URL_DEFAULT,
  capabilities: { secrets: 'any vault, made by its first use' },
  missing: {
    settings: 'vaults have no settings: retention other than 90 days and purge protection are not judged',
    clock: 'time cannot be moved, so what happens at the end of the retention interval is not judged',
    identity: 'calls are let in without a token, so the client library of the SDK cannot be used',
  },
  open: openMiniblue,
};

async function openMiniblue(options: TargetOptions): Promise<Adapter> {
  restOnly(miniblue.id, options);
  const url = parseBaseUrl(options.url ?? URL_DEFAULT);
  const { caller, transport, loopback } = openConnection(options, {
    url,
    selfSigned: true,
    tokens: fixedToken('any', 'any token'),
  });
  const version = await versionOf(transport, url);
  const places = new Map<string, VaultPlace>();
  const placed = (vault: string): VaultPlace => ({
    base: `${baseOf(url)}/keyvault/${vault}`,
    // Ids name the host that the vault would have in Azure.
    idHost: `${vault}.vault.azure.net`,
  });
  const adapter = liveAdapter({
    summary: summaryOf(miniblue, options, baseOf(url), version),
    caller,
    time: realTime(loopback),
    placeOf: (vault) => places.get(vault),
    openVault: async () => {
      const vault = freshVaultName();
      places.set(vault, placed(vault));
      return { vault, settings: DEFAULT_SETTINGS, shared: false, isKept: false };
    },
    close: async () => {
      for (const [vault, place] of places) await emptyVault(caller, vault, place);
    },
  });
  return probed(adapter, () => probe(caller, 'probe', placed(freshVaultName())));
}

/** It tells its version, unless it was built without one. */
async function versionOf(transport: Transport, url: URL): Promise<{ readonly version?: string }> {
  try {
    const health = await createControlApi(transport, url.origin).call({ method: 'GET', path: '/health' });
    const { version } = (health ?? {}) as { readonly version?: unknown };
    return typeof version === 'string' && version !== 'dev' ? { version } : {};
  } catch (error) {
    await transport.close();
    throw error;
  }
}
