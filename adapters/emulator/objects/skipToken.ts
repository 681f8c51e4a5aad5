import { badParameter } from '../errors/badParameter.ts';

/** The end of a marker in the service's tokens: the snapshot that a row without snapshots has. */
const NO_SNAPSHOT = '000028!9999-12-31T23:59:59.9999999Z!';

/**
 * The `$skiptoken` of a next page, as the service makes it: the marker of a storage listing, which names the row
 * at which the next page begins, in JSON, in base64url.
 * @param row kind, name and, in lists of versions, version: `secret/NAME` or `secret/NAME/VERSION`.
 */
export function encodeSkipToken(row: string): string {
  const path = row.toUpperCase().replace(/^[^/]+/, (kind) => kind.toLowerCase());
  const marker = Buffer.from(`${String(path.length).padStart(6, '0')}!${path}!${NO_SNAPSHOT}`)
    .toString('base64')
    .replaceAll('=', '-');
  const token = { NextMarker: `2!${marker.length}!${marker}`, TargetLocation: 0 };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** The row that a token names, in lower case. Throws a 400 for anything that encodeSkipToken did not make. */
export function decodeSkipToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString();
  const marker = /"NextMarker":"2!\d+!([\w+/-]+)"/.exec(text)?.[1] ?? '';
  const parts = Buffer.from(marker.replaceAll('-', '='), 'base64').toString().split('!');
  const row = parts[1];
  if (row === undefined || encodeSkipToken(row) !== token) {
    throw badParameter('The value of the query parameter $skiptoken is invalid.');
  }
  return row.toLowerCase();
}
