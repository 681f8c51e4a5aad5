import type { ServiceError } from '../errors/serviceError.ts';
import type { Caller } from './caller.ts';
import type { Principals } from './principals.ts';
import type { Tokens } from './tokens.ts';

/** Which tokens an emulator takes: any that is not empty, or those alone that it signed itself for the purpose. */
export type TokenMode = 'any' | 'checked';

/** How the refusals of one plane are worded, and what its tokens are for. */
export interface PlaneWords {
  /** Whether tokens for this audience are good. */
  takes(audience: string): boolean;
  missing(): ServiceError;
  unknown(): ServiceError;
  expired(expires: number, now: number): ServiceError;
  wrongAudience(audience: string): ServiceError;
}

/** Checks who calls. */
export class Gatekeeper {
  readonly #mode: TokenMode;
  readonly #tokens: Tokens;
  readonly #principals: Principals;

  constructor(mode: TokenMode, tokens: Tokens, principals: Principals) {
    this.#mode = mode;
    this.#tokens = tokens;
    this.#principals = principals;
  }

  /**
   * Who calls, by the `Authorization` header; undefined where any token will do. Throws 401 in the words of a plane when
   * there is no token or none that is good.
   * @param now Unix seconds.
   */
  async admit(
    authorization: string | undefined,
    words: PlaneWords,
    now: number,
  ): Promise<Caller | undefined> {
    const token = /^(?:Bearer|PoP)\s+(\S.*)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw words.missing();
    if (this.#mode === 'any') return undefined;
    const claims = await this.#tokens.read(token);
    if (claims === undefined || this.#principals.find(claims.appId) === undefined) throw words.unknown();
    if (now >= claims.expires || now < claims.notBefore) throw words.expired(claims.expires, now);
    if (!words.takes(claims.audience)) throw words.wrongAudience(claims.audience);
    return claims;
  }
}
