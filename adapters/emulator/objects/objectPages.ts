import { type Answer, ok } from '../requests/answer.ts';
import type { VaultRequest } from '../requests/vaultRequest.ts';
import type { Collection, FoundObject } from './collection.ts';
import type { ObjectKind } from './objectKind.ts';
import { readPageRequest } from './pageRequest.ts';
import type { StoredObject } from './storedObject.ts';

/** What a list of objects shows. */
export interface ListedObjects<Kept extends StoredObject> {
  readonly kind: ObjectKind;
  readonly collection: Collection<Kept>;
  /** The path that is listed. */
  readonly path: string;
  /** Whether an object is shown. */
  shows(found: FoundObject<Kept>): boolean;
  /** One row. */
  item(object: Kept): object;
}

/**
 * One page of a list of objects. A page is a stretch of all names in the vault, of which only those that the list shows
 * are in it: so pages come short, or even empty with a next link, as they do in the service.
 */
export function objectPage<Kept extends StoredObject>(
  request: VaultRequest,
  listed: ListedObjects<Kept>,
): Answer {
  const { kind, collection, path } = listed;
  const list = readPageRequest(`${request.portedUrl}/${path}`, `${kind.noun}/`, request.page);
  const { found, next } = collection.stretch(list.from, list.size, request.now);
  return ok({
    value: found.filter((each) => listed.shows(each)).map(({ object }) => listed.item(object)),
    nextLink: next === undefined ? null : list.linkTo(next),
  });
}

/**
 * One page of the versions of a live object, by version id; none for any other name.
 */
export function versionPage<Kept extends StoredObject>(
  request: VaultRequest,
  kind: ObjectKind,
  object: Kept | undefined,
  item: (object: Kept, version: Kept['versions'][number]) => object,
): Answer {
  const url = `${request.portedUrl}/${kind.collection}/${request.name}/versions`;
  const list = readPageRequest(url, `${kind.noun}/${request.name}/`, request.page);
  if (object === undefined) return ok({ value: [], nextLink: null });
  const rest = object.versions
    .filter(({ id }) => id >= list.from)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const next = rest[list.size];
  return ok({
    value: rest.slice(0, list.size).map((version) => item(object, version)),
    nextLink: next === undefined ? null : list.linkTo(next.id),
  });
}
