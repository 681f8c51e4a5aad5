import type { RecordedExchange } from '../recordedExchange.ts';

/** Where a request went. */
export type RequestTarget = Pick<RecordedExchange, 'host' | 'path'> & {
  readonly query: Readonly<Record<string, string>>;
};

const ABSOLUTE = /^(https?):\/\/([^/?#]*)/i;

/**
 * Takes a request's URI apart, absolute or a path alone (the host is then empty). It does not use `URL`, which refuses
 * the placeholders that recorders put into hosts and changes paths.
 */
export function splitUri(uri: string): RequestTarget {
  const [origin = '', scheme = '', authority = ''] = ABSOLUTE.exec(uri) ?? [];
  const [target = ''] = uri.slice(origin.length).split('#', 1);
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return {
    host: hostOf(authority, scheme),
    path: path.startsWith('/') ? path : `/${path}`,
    query: mark < 0 ? {} : decodedQuery(new URLSearchParams(target.slice(mark + 1))),
  };
}

/** Joins decoded parameters into a record; those that are repeated, by commas. */
export function decodedQuery(parameters: Iterable<readonly [string, string]>): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of parameters) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(values);
}

function hostOf(authority: string, scheme: string): string {
  const host = authority.slice(authority.lastIndexOf('@') + 1).toLowerCase();
  // nock's recorder writes the port of HTTPS even into URIs with the scheme of HTTP.
  const own = scheme.toLowerCase() === 'http' ? /:(?:80|443)$/ : /:443$/;
  return host.replace(own, '');
}
