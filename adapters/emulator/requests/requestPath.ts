import { badParameter } from '../errors/badParameter.ts';

/**
 * The decoded parts of a path. Empty parts do not count, as in the service: `//secrets/n/` is `secrets`, `n`.
 * Throws a 400 for a path that is not percent-encoded UTF-8.
 * @param url the request's target, with or without query.
 */
export function pathParts(url: string): string[] {
  const end = url.indexOf('?');
  const path = end === -1 ? url : url.slice(0, end);
  const parts = path.split('/').filter((part) => part !== '');
  if (!path.includes('%')) return parts;
  try {
    return parts.map(decodeURIComponent);
  } catch {
    throw badParameter('The request URI is not valid.');
  }
}
