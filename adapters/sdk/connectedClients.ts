import type { TokenCredential } from '@azure/identity';
import type { VaultPlace } from '../rest/caller.ts';
import type { TokenSource } from '../rest/token/tokenSource.ts';
import type { Transport } from '../rest/transport.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { currentCapture } from './capture.ts';
import { createCapturingClient } from './capturingClient.ts';
import type { ClientLibrary, LibraryClient } from './clientLibrary.ts';

/** Hosts of the service itself, in all its clouds: there the library checks that the challenge names the service. */
const SERVICE_HOSTS = /\.vault\.(azure\.net|azure\.cn|usgovcloudapi\.net)$/;

/** Whom a client of a library speaks to, and as whom. */
export interface ClientOf {
  readonly library: ClientLibrary;
  readonly place: VaultPlace;
  readonly apiVersion: string;
  readonly tokens: TokenSource;
}

/** The libraries' clients, one for each library, vault, `api-version` and caller, made when first wanted. */
export function createConnectedClients(transport: Transport): (wanted: ClientOf) => LibraryClient {
  const byTokens = new Map<TokenSource, Map<string, LibraryClient>>();
  return ({ library, place, apiVersion, tokens }) => {
    const clients = byTokens.get(tokens) ?? new Map<string, LibraryClient>();
    byTokens.set(tokens, clients);
    const key = `${library.name} ${apiVersion} ${place.host ?? ''} ${place.base}`;
    const known = clients.get(key);
    if (known) return known;
    const url = new URL(place.base);
    const options = {
      httpClient: createCapturingClient(transport, tokens, place.host),
      allowInsecureConnection: url.protocol === 'http:',
      disableChallengeResourceVerification: !SERVICE_HOSTS.test(url.hostname),
      // The transport retries what may be retried; the library would also send again what may have happened.
      retryOptions: { maxRetries: 0 },
      redirectOptions: { maxRetries: 0 },
    };
    const client = library.connect(place.base, credentialOf(tokens), options, apiVersion);
    clients.set(key, client);
    return client;
  };
}

/**
 * Our tokens in the form that the library wants. It asks for them in the scope that the target's challenge names;
 * they are always tokens for vaults, so a hostile target gets no other. They count as ended at once, so that the
 * library asks each time and never sends one that has been renewed meanwhile.
 */
function credentialOf(tokens: TokenSource): TokenCredential {
  return {
    async getToken() {
      try {
        const token = await tokens.token();
        return token === undefined ? null : { token, expiresOnTimestamp: Date.now() };
      } catch (error) {
        const capture = currentCapture.getStore();
        if (capture && error instanceof TargetTrouble) capture.trouble ??= error;
        throw error;
      }
    },
  };
}
