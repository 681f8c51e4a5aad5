import { readProperties, readValue } from '../secretBody.ts';
import { valueBundle } from '../secretBundle.ts';
import type { SecretRequest } from '../secretRequest.ts';
import type { SecretVersion } from '../secretVersion.ts';

/** PUT /secrets/{name}: a new secret, or a new version of a live one. */
export function setSecret(request: SecretRequest): object {
  const { vault, lifecycle, name, now } = request;
  const body = request.body();
  const value = readValue(body);
  const properties = readProperties(body);
  const existing = lifecycle.settable(name);
  const version: SecretVersion = {
    ...properties,
    id: request.newVersionId(),
    value,
    enabled: properties.enabled ?? true,
    created: now,
    updated: now,
  };
  const secret = existing ?? { name, versions: [], life: { turn: 'made' }, transitions: 0 };
  secret.versions.push(version);
  if (existing === undefined) vault.secrets.add(secret);
  return valueBundle(request, secret, version);
}
