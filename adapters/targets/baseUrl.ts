import { TargetTrouble } from '../targetTrouble.ts';

/**
 * Reads the URL that a user gave for a target.
 * @throws TargetTrouble (usage) when it is not one, or carries what a base URL must not
 */
export function parseBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new TargetTrouble(
      'usage',
      `"${text}" is not the URL of a target: write https://HOST[:PORT][/PATH]`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new TargetTrouble(
      'usage',
      'the URL of a target carries no user and no password: give a token instead',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new TargetTrouble('usage', `"${text}": the URL of a target has no query and no fragment`);
  }
  return url;
}

/** Scheme, authority and path, without a slash at the end. */
export function baseOf(url: URL): string {
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** The port a URL means, also where it does not say. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}
