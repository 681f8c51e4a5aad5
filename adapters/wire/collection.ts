import type { Kind } from '../../model/command.ts';

/** The path segments under which a kind's objects stand: `/secrets/...` and `/deletedsecrets/...`. */
export interface Collection {
  readonly live: string;
  readonly deleted: string;
}

const COLLECTIONS: Readonly<Record<Kind, Collection>> = {
  secret: { live: 'secrets', deleted: 'deletedsecrets' },
};

/** The collection of a kind. */
export function collectionOf(kind: Kind): Collection {
  return COLLECTIONS[kind];
}

/** The kind that a first path segment belongs to, and whether it is the collection of deleted objects. */
export function kindOfSegment(
  segment: string,
): { readonly kind: Kind; readonly deleted: boolean } | undefined {
  for (const kind of Object.keys(COLLECTIONS) as Kind[]) {
    if (segment === COLLECTIONS[kind].live) return { kind, deleted: false };
    if (segment === COLLECTIONS[kind].deleted) return { kind, deleted: true };
  }
  return undefined;
}
