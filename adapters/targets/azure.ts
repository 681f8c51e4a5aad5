import { randomBytes } from 'node:crypto';
import { OBJECT_KINDS } from '../../model/command.ts';
import type { Adapter } from '../adapter.ts';
import type { VaultPlace } from '../rest/caller.ts';
import { identityToken, vaultScope } from '../rest/token/identityToken.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { baseOf, parseBaseUrl } from './baseUrl.ts';
import { openConnection } from './connection.ts';
import { liveAdapter } from './liveAdapter.ts';
import { checkedPrefix } from './namePrefix.ts';
import { probe } from './probe.ts';
import { probed } from './probed.ts';
import type { TargetOptions } from './targetOptions.ts';
import { summaryOf, type TargetPreset } from './targetPreset.ts';
import { realTime } from './targetTime.ts';

const SUFFIX = 'vault.azure.net';
/** Seconds by which the machines behind one vault's address may differ. */
const SPREAD_S = 1;

/** A vault of the service itself. Only names under a prefix of the run's own are touched, and never its settings. */
export const azure: TargetPreset = {
  id: 'azure',
  what: "a real vault, named by --vault; only objects under a prefix of the run's own are touched",
  from: 'https://learn.microsoft.com/azure/key-vault/',
  start: [],
  capabilities: {
    secrets: 'all operations, on names of its own',
    keys: 'all operations, on names of its own',
    certificates: 'all operations, and issuers, on names of its own',
    identity: 'DefaultAzureCredential, or a token given',
  },
  missing: {
    contacts: 'a setting of the whole vault, which is left alone: not judged',
    vaults: 'the one vault named, with the settings it has: others are not judged',
    clock: 'time cannot be moved, so what happens at the end of the retention interval is not judged',
  },
  // Others need further permissions, and keys in hardware cost: who wants them asks for them.
  explored: ['secret'],
  open: openAzure,
};

async function openAzure(options: TargetOptions): Promise<Adapter> {
  const url = vaultUrl(options);
  const vault = url.host;
  const { caller, loopback } = openConnection(options, {
    url,
    tokens: identityToken(vaultScope(url.hostname)),
    real: true,
  });
  const place: VaultPlace = { base: baseOf(url), idHost: vault };
  const namePrefix = checkedPrefix(options.prefix ?? `kvc-${randomBytes(4).toString('hex')}-`);
  const adapter = liveAdapter({
    summary: summaryOf(azure, options, place.base),
    // Contacts are the vault's own and have no name that a prefix could stand before.
    kinds: OBJECT_KINDS.filter((kind) => kind !== 'contacts'),
    caller,
    time: realTime(loopback, SPREAD_S),
    settlesWithin: Number.POSITIVE_INFINITY,
    placeOf: (asked) => (asked === vault ? place : undefined),
    openVault: async () => ({ vault, shared: true, isKept: true, namePrefix }),
    namePrefix,
  });
  return probed(adapter, () => probe(caller, vault, place));
}

/** The URL of the vault that `vault` names, or `url` where a vault has another suffix. */
function vaultUrl(options: TargetOptions): URL {
  const given = options.vault ?? options.url;
  if (given === undefined) {
    throw new TargetTrouble('usage', 'the target "azure" needs a vault: --vault NAME, or its URL');
  }
  const url = parseBaseUrl(/^https?:/i.test(given) ? given : `https://${checkedVaultName(given)}.${SUFFIX}`);
  if (url.protocol !== 'https:')
    throw new TargetTrouble('usage', `"${given}": a real vault answers over https only`);
  return url;
}

function checkedVaultName(name: string): string {
  if (/^[a-z](?!.*--)[0-9a-z-]{1,22}[0-9a-z]$/i.test(name)) return name.toLowerCase();
  throw new TargetTrouble(
    'usage',
    `"${name}" is not a vault's name: 3 to 24 letters, digits and hyphens, first a letter. A vault elsewhere is given by its URL.`,
  );
}
