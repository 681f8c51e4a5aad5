import { randomBytes, randomUUID } from 'node:crypto';
import { fixedToken, type TokenSource } from './tokenSource.ts';

/** Seconds for which a made-up token says that it is good: longer than any run. */
const LIFETIME_S = 24 * 3600;

/** Seconds by which the clock of a target may be behind. */
const SKEW_S = 300;

/**
 * A token of the form of the service's own, with the claims that a caller of a vault has, which nobody issued: for
 * targets that want a token, look into it perhaps, and do not ask who signed it. It opens nothing that is guarded.
 * @param audience what it is for: `https://vault.azure.net`
 */
export function madeUpToken(audience: string): TokenSource {
  const now = Math.floor(Date.now() / 1000);
  const tenant = randomUUID();
  const caller = randomUUID();
  const key = randomBytes(20).toString('base64url');
  const token = [
    encoded({ typ: 'JWT', alg: 'RS256', x5t: key, kid: key }),
    encoded({
      aud: audience,
      iss: `https://sts.windows.net/${tenant}/`,
      iat: now,
      nbf: now - SKEW_S,
      exp: now + LIFETIME_S,
      appid: caller,
      appidacr: '1',
      idtyp: 'app',
      oid: caller,
      sub: caller,
      tid: tenant,
      ver: '1.0',
    }),
    randomBytes(256).toString('base64url'),
  ].join('.');
  return fixedToken(token, 'a token made up for the run, which nobody signed');
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
