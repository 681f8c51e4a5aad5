import { badRequest } from '../errors/badRequest.ts';
import { type Answer, ok } from '../requests/answer.ts';
import type { ArmRequest } from './armRequest.ts';

/** Rows of a page when nothing is asked for. */
const USUAL_PAGE = 50;

/**
 * One page of a list, with a link to the next where there is more.
 * @param path of the list, without the slash at its beginning.
 */
export function armPage<Row>(
  request: ArmRequest,
  path: string,
  rows: readonly Row[],
  describe: (row: Row) => object,
): Answer {
  const top = wholeNumber(request.query('$top'), '$top') ?? USUAL_PAGE;
  const from = wholeNumber(request.query('$skiptoken'), '$skiptoken') ?? 0;
  const size = Math.max(Math.min(top, USUAL_PAGE), 1);
  const value = rows.slice(from, from + size).map(describe);
  const next = from + size;
  if (next >= rows.length) return ok({ value });
  const filter = request.query('$filter');
  const query = new URLSearchParams({
    'api-version': request.api.name,
    ...(filter !== undefined && { $filter: filter }),
    ...(request.query('$top') !== undefined && { $top: String(top) }),
    $skiptoken: String(next),
  });
  return ok({ value, nextLink: `${request.baseUrl}/${path}?${query}` });
}

function wholeNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`The value of the query parameter ${name} is invalid.`);
  return Number(text);
}
