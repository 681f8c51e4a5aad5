import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { cachedToken } from '../rest/token/cachedToken.ts';
import type { TokenSource } from '../rest/token/tokenSource.ts';
import { TargetTrouble } from '../targetTrouble.ts';

/** An identity provider of our own, as far as a target looks at one: its keys, and tokens signed with them. */
export interface SigningAuthority {
  /**
   * Tokens signed at target time.
   * @param now target time, Unix seconds: a token is valid around it, whatever the real time is
   */
  tokens(now: () => number): TokenSource;
  close(): Promise<void>;
}

const AUDIENCE = 'https://vault.azure.net';
const CALLER = '00000000-0000-0000-0000-00000000c0de';
const LIFETIME_S = 3600;

/**
 * Serves a JWKS at every path of an address, and signs tokens (RS256) with its key, which is new each time.
 * @param issuer what tokens name as their issuer
 * @throws TargetTrouble (usage) when nothing can be served there
 */
export async function startSigningAuthority(
  issuer: string,
  host: string,
  port: number,
): Promise<SigningAuthority> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const kid = crypto.randomUUID();
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' }] });
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(jwks);
  });
  await listen(server, host, port);
  return {
    tokens: (now) =>
      cachedToken(
        'the token that the harness signed',
        async () => {
          const at = Math.floor(now());
          const token = await new SignJWT({ oid: CALLER })
            .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
            .setIssuer(issuer)
            .setAudience(AUDIENCE)
            .setSubject(CALLER)
            .setIssuedAt(at)
            .setNotBefore(at)
            .setExpirationTime(at + LIFETIME_S)
            .sign(privateKey);
          return { token, expires: at + LIFETIME_S };
        },
        now,
      ),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((error: unknown) => {
    throw new TargetTrouble(
      'usage',
      `http://${host}:${port} cannot serve the keys that the target is to check tokens with: is the port taken by another run? Start the target with another port in its issuer.`,
      { cause: error },
    );
  });
  server.unref();
}
