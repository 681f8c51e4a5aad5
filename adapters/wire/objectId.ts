import type { Kind } from '../../model/command.ts';
import { kindOfSegment } from './collection.ts';

/** An object's id taken apart. */
export interface ObjectId {
  readonly host: string;
  readonly kind: Kind;
  readonly deleted: boolean;
  readonly name: string;
  readonly version?: string;
}

/**
 * Takes `https://{host}/{collection}/{name}[/{version}]` apart (LS-09); undefined when it is not of that form.
 * A target's own prefix may stand before the collection (`/keyvault/v1/secrets/n`), and some outputs of the
 * service carry `:443`, which is the same host (DL-02); the host comes in lower case.
 */
export function parseObjectId(id: string): ObjectId | undefined {
  const match = /^https?:\/\/([^/?#]+)\/([^?#]+)$/.exec(id);
  if (!match) return undefined;
  const host = (match[1] ?? '').toLowerCase().replace(/:443$/, '');
  const segments = (match[2] ?? '').split('/');
  const at = segments.findIndex((segment, i) => kindOfSegment(segment) && isIn(segments.length - i, 2, 3));
  const found = kindOfSegment(segments[at] ?? '');
  const name = segments[at + 1];
  const version = segments[at + 2];
  if (!found || !name || version === '') return undefined;
  return version === undefined ? { host, ...found, name } : { host, ...found, name, version };
}

function isIn(count: number, least: number, most: number): boolean {
  return count >= least && count <= most;
}
