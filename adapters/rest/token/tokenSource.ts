/** Where bearer tokens come from. */
export interface TokenSource {
  /** What it is, in words, for messages: `the token in KEYVAULT_CONFORMANCE_TOKEN`. */
  readonly what: string;
  /**
   * A token that should be accepted now; undefined when calls go without.
   * @throws TargetTrouble (authentication) when none can be had
   */
  token(): Promise<string | undefined>;
  /**
   * A new token in place of one that was refused; undefined when there is no other.
   * @param challenge the `WWW-Authenticate` header that came with the refusal
   */
  renew(refused: string | undefined, challenge: string | undefined): Promise<string | undefined>;
}

/** Calls go without a token. */
export const NO_TOKEN: TokenSource = {
  what: 'no token',
  token: async () => undefined,
  renew: async () => undefined,
};

/**
 * One token for all calls.
 * @param what where it is from, in words
 */
export function fixedToken(token: string, what: string): TokenSource {
  return { what, token: async () => token, renew: async () => undefined };
}
