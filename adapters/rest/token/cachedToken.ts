import { decodeJwt } from 'jose';
import type { TokenSource } from './tokenSource.ts';

/** A token and when it ends. */
export interface IssuedToken {
  readonly token: string;
  /** Unix seconds; absent when it is not known. */
  readonly expires?: number;
}

/** Seconds before its end at which a token is no longer handed out. */
const MARGIN_S = 300;

/**
 * Keeps a token until shortly before it ends, and asks for each only once however many calls want it.
 * @param issue asks for a new token; given the challenge that a refusal came with, where there was one
 * @param now the time against which the end counts, Unix seconds: the local clock unless given
 */
export function cachedToken(
  what: string,
  issue: (challenge?: string) => Promise<IssuedToken>,
  now: () => number = () => Date.now() / 1000,
): TokenSource {
  let held: { readonly issued: IssuedToken; readonly until: number } | undefined;
  let pending: Promise<string> | undefined;
  const fresh = (challenge?: string): Promise<string> => {
    pending ??= (async () => {
      const asked = now();
      const issued = await issue(challenge);
      held = { issued, until: usableUntil(issued, asked) };
      return issued.token;
    })().finally(() => {
      pending = undefined;
    });
    return pending;
  };
  return {
    what,
    token: async () => (held && now() < held.until ? held.issued.token : fresh()),
    async renew(refused, challenge) {
      if (held && held.issued.token !== refused && now() < held.until) return held.issued.token;
      held = undefined;
      const token = await fresh(challenge);
      return token === refused ? undefined : token;
    },
  };
}

function usableUntil(issued: IssuedToken, asked: number): number {
  const expires = issued.expires ?? expiryOf(issued.token);
  if (expires === undefined) return Number.POSITIVE_INFINITY;
  // A token that lives for less than the margin is used for half its life.
  return Math.max(expires - MARGIN_S, asked + (expires - asked) / 2);
}

/** When a JWT ends, Unix seconds; undefined for anything else. */
function expiryOf(token: string): number | undefined {
  try {
    return decodeJwt(token).exp;
  } catch {
    return undefined;
  }
}
