import type { Piece } from './shellWord.ts';

/** The beginning of a data-plane path up to a name: `/secrets/s1`, `/deletedkeys/k1`. */
const NAMED = /^(\/(?:deleted)?(?:secrets|keys|certificates)\/)([^/?]+)/;

/** Everything before the path of the data plane: host, and what some targets put before it to name the vault. */
const BEFORE = /^[a-z]+:\/\/[^/?]*(?:\/[^?]*?(?=\/(?:deleted)?(?:secrets|keys|certificates)(?:[/?]|$)))?/i;

/** Names that a suffix would change in what matters: over-long ones and those with characters that are not allowed. */
const PLAIN_NAME = /^[0-9a-zA-Z-]{1,100}$/;

/** The part of a URL that stands after a vault's base URL: path and query, percent-encoded where they must be. */
export function pathAfterVault(url: string): string {
  const path = url.replace(BEFORE, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a URL must not carry them.
  return path.replace(/[\u0000-\u0020\u007f"<>\\^`{|}]/g, encodeURIComponent);
}

/** What stands before it: the base URL of the vault; empty when the URL is a path alone. */
export function vaultBase(url: string): string {
  return BEFORE.exec(url)?.[0] ?? '';
}

/** The path of a request for a script, the name in it followed by `$NAME_SUFFIX` so that it is new in each run. */
export function requestPath(url: string): readonly Piece[] {
  const path = pathAfterVault(url);
  const [whole = '', collection = '', name = ''] = NAMED.exec(path) ?? [];
  if (!PLAIN_NAME.test(name) || name === 'restore') return [path];
  return [collection + name, { variable: 'NAME_SUFFIX' }, path.slice(whole.length)];
}
