import { readBody } from '../../rest/replyBody.ts';
import { sendWithRetries } from '../../rest/retrying.ts';
import type { IssuedToken } from '../../rest/token/cachedToken.ts';
import type { HttpReply, Transport } from '../../rest/transport.ts';
import { TargetTrouble } from '../../targetTrouble.ts';

/** What a principal signs in with. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What is asked of a token endpoint. */
export interface TokenAsked extends Credentials {
  /** What the token is to be for: `https://vault.azure.net`. */
  readonly audience: string;
}

/** A token and the seconds for which it is good. */
export interface GrantedToken {
  readonly token: string;
  readonly seconds: number;
}

/** Gets tokens from an identity platform, with a client's id and secret. */
export interface TokenEndpoint {
  /** @throws TargetTrouble (authentication) when none is given */
  ask(asked: TokenAsked): Promise<GrantedToken>;
}

/**
 * The token endpoint of an authority, which a challenge names: `https://localhost:8444/TENANT`.
 * @param transport connects to the authority
 */
export function tokenEndpoint(authority: string, transport: Transport): TokenEndpoint {
  const { origin, pathname } = new URL(authority);
  const path = `${pathname.replace(/\/$/, '')}/oauth2/v2.0/token`;
  return {
    async ask({ clientId, clientSecret, audience }) {
      const form = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        scope: `${audience}/.default`,
      });
      const { result } = await sendWithRetries(transport, {
        method: 'POST',
        origin,
        path,
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
      });
      const granted = 'lost' in result ? undefined : grantedBy(result);
      if (granted) return granted;
      const how = 'lost' in result ? result.detail : `it answered ${result.status}`;
      throw new TargetTrouble('authentication', `${origin}${path} gave no token: ${how}`);
    },
  };
}

function grantedBy(reply: HttpReply): GrantedToken | undefined {
  const body = readBody(reply.body);
  if (reply.status !== 200 || body.kind !== 'json') return undefined;
  const json = body.json as { readonly access_token?: unknown; readonly expires_in?: unknown } | null;
  const { access_token: token, expires_in: seconds } = json ?? {};
  return typeof token === 'string' && typeof seconds === 'number' ? { token, seconds } : undefined;
}

/** The token as one that ends by a clock. */
export function endingAt({ token, seconds }: GrantedToken, now: number): IssuedToken {
  return { token, expires: now + seconds };
}
