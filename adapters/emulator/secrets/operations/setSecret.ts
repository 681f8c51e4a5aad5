import { newAttributes } from '../../objects/objectBody.ts';
import { newObject } from '../../objects/storedObject.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { readProperties, readValue } from '../secretBody.ts';
import { valueBundle } from '../secretBundle.ts';
import { secretLifecycle } from '../secretLifecycle.ts';
import type { SecretVersion } from '../secretVersion.ts';

/** PUT /secrets/{name}: a new secret, or a new version of a live one. */
export function setSecret(request: VaultRequest): Answer {
  const { vault, service, name, now } = request;
  const body = request.body();
  const value = readValue(body);
  const properties = readProperties(body);
  const existing = secretLifecycle(request).settable(name, 'set');
  const version: SecretVersion = {
    ...newAttributes(properties, now),
    id: service.versionIds.next(),
    value,
    contentType: properties.contentType,
  };
  const secret = existing ?? newObject<SecretVersion>(name, []);
  secret.versions.push(version);
  if (existing === undefined) vault.secrets.add(secret);
  return ok(valueBundle(request, secret, version));
}
