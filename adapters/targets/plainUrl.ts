import type { Adapter } from '../adapter.ts';
import type { VaultPlace } from '../rest/caller.ts';
import { OwnHost } from '../rest/ownHost.ts';
import { vaultAudience } from '../rest/token/identityToken.ts';
import { madeUpToken } from '../rest/token/madeUpToken.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { baseOf, parseBaseUrl } from './baseUrl.ts';
import { openConnection } from './connection.ts';
import { liveAdapter } from './liveAdapter.ts';
import { checkedPrefix } from './namePrefix.ts';
import { probe } from './probe.ts';
import { type ProbedKinds, probeKinds } from './probeKinds.ts';
import type { TargetOptions } from './targetOptions.ts';
import { summaryOf, type TargetPreset } from './targetPreset.ts';
import { realTime } from './targetTime.ts';

const VAULT = 'vault';

/** Whatever answers like a vault at a URL. Nothing is known of it beforehand. */
export const plainUrl: TargetPreset = {
  id: 'url',
  what: 'anything that answers like a vault at the URL given',
  start: [],
  capabilities: { secrets: 'the vault at the URL' },
  missing: {
    vaults: 'one vault, used by others perhaps, with settings that only its answers tell',
    'host of ids': 'a vault may go by another name than its address, so any one host is taken in its ids',
    clock: 'time cannot be moved, so what happens at the end of the retention interval is not judged',
    management: 'the vault alone is known, so vaults themselves are not judged',
    permissions: 'one caller, so who may do what is not judged',
    metering: 'no meter is shown, so what is billed is not judged',
    audit: 'no log is shown, so what is logged is not judged',
  },
  open: openPlainUrl,
};

async function openPlainUrl(options: TargetOptions): Promise<Adapter> {
  if (options.url === undefined)
    throw new TargetTrouble('usage', 'the target "url" needs a URL: --target https://HOST[:PORT]');
  const url = parseBaseUrl(options.url);
  const own = options.prefix === undefined ? {} : { namePrefix: checkedPrefix(options.prefix) };
  // Most emulators want to see a token, and few ask whose it is.
  const tokens = madeUpToken(vaultAudience(url.hostname));
  const { caller, loopback } = openConnection(options, { url, tokens, real: true });
  const place: VaultPlace = {
    base: baseOf(url),
    ...(options.host === undefined
      ? { ownHost: new OwnHost(url.host) }
      : { host: options.host, idHost: options.host }),
  };
  const found = await findOut().catch(async (error: unknown) => {
    await caller.close();
    throw error;
  });
  return liveAdapter({
    summary: summaryOf(plainUrl, options, place.base, {
      capabilities: { ...plainUrl.capabilities, ...found.capabilities },
      missing: { ...plainUrl.missing, ...found.missing },
    }),
    kinds: found.kinds,
    caller,
    time: realTime(loopback),
    placeOf: (vault) => (vault === VAULT ? place : undefined),
    openVault: async () => ({ vault: VAULT, shared: true, isKept: true, ...own }),
    ...own,
  });

  async function findOut(): Promise<ProbedKinds> {
    await probe(caller, VAULT, place);
    // The client library of secrets knows nothing else.
    if (options.client === 'sdk') return { kinds: ['secret'], capabilities: {}, missing: {} };
    return probeKinds(caller, VAULT, place);
  }
}
