import { badParameter } from '../errors/badParameter.ts';
import { decodeSkipToken, encodeSkipToken } from './skipToken.ts';

/** The largest page, and the size of a page when nothing is asked for (LS-06). */
const LARGEST_PAGE = 25;

/** The query of a list, and how to continue it. */
export interface PageRequest {
  /** How many rows a page may hold, 1 to 25. */
  readonly size: number;
  /** Lower-case key of the first row under the listed path; empty at the start. */
  readonly from: string;
  /** The link to the page that begins with the row `key`. */
  linkTo(key: string): string;
}

/** What a list's query may say. */
export interface PageQuery {
  readonly apiVersion: string;
  readonly maxResults: string | undefined;
  readonly skipToken: string | undefined;
}

/**
 * Reads the query of a list.
 * @param url address of the list without its query.
 * @param prefix what rows of this list begin with in a token: `secret/`, or `secret/NAME/` for versions.
 */
export function readPageRequest(url: string, prefix: string, query: PageQuery): PageRequest {
  const { apiVersion, maxResults, skipToken } = query;
  const from = skipToken === undefined ? '' : rowUnder(prefix.toLowerCase(), skipToken);
  const size = maxResults === undefined ? LARGEST_PAGE : pageSize(maxResults);
  const tail = maxResults === undefined ? '' : `&maxresults=${size}`;
  return {
    size,
    from,
    linkTo: (key) => `${url}?api-version=${apiVersion}&$skiptoken=${encodeSkipToken(prefix + key)}${tail}`,
  };
}

function pageSize(maxResults: string): number {
  const size = /^\d+$/.test(maxResults) ? Number(maxResults) : 0;
  if (size >= 1 && size <= LARGEST_PAGE) return size;
  throw badParameter(
    `The value of the query parameter maxresults must be a whole number from 1 to ${LARGEST_PAGE}.`,
  );
}

function rowUnder(prefix: string, skipToken: string): string {
  const row = decodeSkipToken(skipToken);
  if (row.startsWith(prefix)) return row.slice(prefix.length);
  throw badParameter('The value of the query parameter $skiptoken is invalid for this list.');
}
