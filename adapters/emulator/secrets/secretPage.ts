import type { ObjectState } from '../objects/life.ts';
import { readPageRequest } from '../objects/pageRequest.ts';
import { listItem } from './secretBundle.ts';
import { SECRET } from './secretKind.ts';
import type { SecretRequest } from './secretRequest.ts';

/**
 * One page of the secrets in one state. A page is a stretch of all names in the vault, of which only those in that
 * state are shown: so pages come short, or even empty with a next link, as they do in the service.
 * @param collection the path that is listed.
 */
export function secretPage(request: SecretRequest, collection: string, shown: ObjectState): object {
  const list = readPageRequest(`${request.portedUrl}/${collection}`, `${SECRET.noun}/`, request.page);
  const { found, next } = request.vault.secrets.stretch(list.from, list.size, request.now);
  return {
    value: found.filter(({ state }) => state === shown).map(({ object }) => listItem(request, object)),
    nextLink: next === undefined ? null : list.linkTo(next),
  };
}
