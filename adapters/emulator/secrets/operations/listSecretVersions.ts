import { readPageRequest } from '../../objects/pageRequest.ts';
import { versionBundle } from '../secretBundle.ts';
import { SECRET } from '../secretKind.ts';
import type { SecretRequest } from '../secretRequest.ts';

/** GET /secrets/{name}/versions: the versions of a live secret, by version id; none for any other name. */
export function listSecretVersions(request: SecretRequest): object {
  const { vault, name, now } = request;
  const url = `${request.portedUrl}/${SECRET.collection}/${name}/versions`;
  const list = readPageRequest(url, `${SECRET.noun}/${name}/`, request.page);
  const found = vault.secrets.find(name, now);
  if (found?.state !== 'active') return { value: [], nextLink: null };
  const rest = found.object.versions
    .filter(({ id }) => id >= list.from)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const next = rest[list.size];
  return {
    value: rest.slice(0, list.size).map((version) => versionBundle(request, found.object, version)),
    nextLink: next === undefined ? null : list.linkTo(next.id),
  };
}
