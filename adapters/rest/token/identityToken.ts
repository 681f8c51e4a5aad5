import type { TokenCredential } from '@azure/identity';
import { TargetTrouble } from '../../targetTrouble.ts';
import { cachedToken } from './cachedToken.ts';
import type { TokenSource } from './tokenSource.ts';

/**
 * What tokens for a vault are asked for: vaults, in the cloud that its host is in. What the target's challenge names
 * does not matter: a target must not be able to ask for tokens to other services.
 */
export function vaultScope(host: string): string {
  return `${vaultAudience(host)}/.default`;
}

/** What tokens for a vault are for: `https://vault.azure.net`, or its like in the cloud that its host is in. */
export function vaultAudience(host: string): string {
  const service = /\.(vault\.(?:azure\.net|azure\.cn|usgovcloudapi\.net))$/i.exec(host)?.[1];
  return `https://${service?.toLowerCase() ?? 'vault.azure.net'}`;
}

/**
 * Tokens of a credential of `@azure/identity`, DefaultAzureCredential unless given. After a refusal it asks in the
 * tenant that the challenge names.
 */
export function identityToken(scope: string, credential?: TokenCredential): TokenSource {
  let chosen = credential;
  return cachedToken('the token of DefaultAzureCredential', async (challenge) => {
    chosen ??= await defaultCredential();
    const tenantId = tenantOf(challenge);
    const issued = await chosen.getToken(scope, tenantId === undefined ? {} : { tenantId }).catch(noToken);
    if (!issued) throw noToken(undefined);
    return { token: issued.token, expires: issued.expiresOnTimestamp / 1000 };
  });
}

/** Loaded when it is wanted: the library is large, and most targets have no use for it. */
async function defaultCredential(): Promise<TokenCredential> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential({ disableInstanceDiscovery: isAuthorityOwn(process.env) });
}

/** Where the clouds of the service sign callers in. */
const AUTHORITIES =
  /^https:\/\/login\.(microsoftonline\.com|microsoftonline\.us|chinacloudapi\.cn|partner\.microsoftonline\.cn)\/?$/i;

/** Whether AZURE_AUTHORITY_HOST names an authority that the service's own directory does not list: an emulator's. */
function isAuthorityOwn({ AZURE_AUTHORITY_HOST: authority }: NodeJS.ProcessEnv): boolean {
  return authority !== undefined && authority !== '' && !AUTHORITIES.test(authority);
}

function noToken(error: unknown): never {
  const why = error instanceof Error ? `: ${firstLine(error.message)}` : '';
  throw new TargetTrouble(
    'authentication',
    `DefaultAzureCredential has no token${why}. Sign in with "az login", or set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET.`,
    { cause: error },
  );
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300).replace(/\.+$/, '');
}

/** The tenant in `authorization="https://login.microsoftonline.com/{tenant}"`. */
function tenantOf(challenge: string | undefined): string | undefined {
  return /authorization(?:_uri)?="?https:\/\/[^/"\s]+\/([0-9a-fA-F-]{36})/.exec(challenge ?? '')?.[1];
}
