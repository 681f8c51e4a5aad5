import type { Kind } from '../../model/command.ts';

/** The path segments under which a kind's objects stand: `/secrets/...` and `/deletedsecrets/...`. */
export interface Collection {
  readonly live: string;
  readonly deleted: string;
}

/** Kinds that have a collection of deleted objects. */
export type SoftDeletedKind = Exclude<Kind, 'issuer' | 'contacts' | 'vault'>;

const COLLECTIONS: Readonly<Record<SoftDeletedKind, Collection>> = {
  secret: { live: 'secrets', deleted: 'deletedsecrets' },
  key: { live: 'keys', deleted: 'deletedkeys' },
  certificate: { live: 'certificates', deleted: 'deletedcertificates' },
};

/** The collection of a kind; issuers and contacts stand under the certificates. */
export function collectionOf(kind: Kind): Collection {
  if (kind === 'issuer') return { live: 'certificates/issuers', deleted: '' };
  if (kind === 'contacts') return { live: 'certificates', deleted: '' };
  if (kind === 'vault') return { live: 'vaults', deleted: 'deletedVaults' };
  return COLLECTIONS[kind];
}

/** The kind that a first path segment belongs to, and whether it is the collection of deleted objects. */
export function kindOfSegment(
  segment: string,
): { readonly kind: SoftDeletedKind; readonly deleted: boolean } | undefined {
  for (const kind of Object.keys(COLLECTIONS) as SoftDeletedKind[]) {
    if (segment === COLLECTIONS[kind].live) return { kind, deleted: false };
    if (segment === COLLECTIONS[kind].deleted) return { kind, deleted: true };
  }
  return undefined;
}
