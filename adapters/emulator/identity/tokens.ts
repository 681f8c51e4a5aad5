import { compactVerify, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Caller } from './caller.ts';
import type { Principal } from './principals.ts';

/** What a token says, once its signature has been checked. */
export interface TokenClaims extends Caller {
  readonly audience: string;
  /** Unix seconds. */
  readonly notBefore: number;
  readonly expires: number;
}

const ALGORITHM = 'RS256';
const KEY_ID = 'emulator';

/** Tokens whose claims are kept, so that a signature is checked once and not at every call. */
const MOST_KNOWN = 1000;

/** Signs tokens and reads them. */
export class Tokens {
  #key: JWK | undefined;
  #making: Promise<JWK> | undefined;
  readonly #known = new Map<string, TokenClaims>();

  /** @param key the private key that was used before; a new one is made when it is first needed. */
  constructor(key?: JWK) {
    this.#key = key;
  }

  /**
   * A token for a principal.
   * @param now when it is issued; it is valid for `seconds` from then on. Unix seconds.
   */
  async issue(
    principal: Principal,
    audience: string,
    { now, seconds }: { readonly now: number; readonly seconds: number },
  ): Promise<string> {
    const { tenantId, clientId, objectId } = principal;
    const claims = { appid: clientId, appidacr: '1', idtyp: 'app', oid: objectId, tid: tenantId, ver: '1.0' };
    return new SignJWT(claims)
      .setProtectedHeader({ typ: 'JWT', alg: ALGORITHM, kid: KEY_ID })
      .setIssuer(issuerOf(tenantId))
      .setAudience(audience)
      .setSubject(objectId)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + seconds)
      .sign(await importJWK(await this.#signingKey(), ALGORITHM));
  }

  /** What a token says, whenever it was or is valid; undefined when its signature is not one of this emulator. */
  async read(token: string): Promise<TokenClaims | undefined> {
    const known = this.#known.get(token);
    if (known !== undefined || this.#key === undefined) return known;
    const claims = await verified(token, publicPart(this.#key));
    if (claims === undefined) return undefined;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(token, claims);
    return claims;
  }

  /** The public keys that signatures can be checked with, as a JSON Web Key Set. */
  async keySet(): Promise<object> {
    return { keys: [{ ...publicPart(await this.#signingKey()), use: 'sig', kid: KEY_ID, x5t: KEY_ID }] };
  }

  /** The private key if there is one already, for the state file alone. */
  key(): JWK | undefined {
    return this.#key;
  }

  async #signingKey(): Promise<JWK> {
    this.#making ??= this.#key === undefined ? newSigningKey() : Promise.resolve(this.#key);
    this.#key = await this.#making;
    return this.#key;
  }
}

async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return exportJWK(privateKey);
}

/** Who signs the tokens of a tenant, as the tokens themselves have it. */
export function issuerOf(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`;
}

function publicPart({ kty = 'RSA', n = '', e = '' }: JWK): JWK {
  return { kty, n, e, alg: ALGORITHM };
}

/** Whether a token is still valid depends on the emulated clock and is looked at elsewhere. */
async function verified(token: string, key: JWK): Promise<TokenClaims | undefined> {
  try {
    const { payload } = await compactVerify(token, await importJWK(key, ALGORITHM));
    const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload).toString('utf8'));
    return {
      audience: String(claims.aud),
      notBefore: Number(claims.nbf),
      expires: Number(claims.exp),
      appId: String(claims.appid),
      objectId: String(claims.oid),
      tenantId: String(claims.tid),
    };
  } catch {
    return undefined;
  }
}
