import { latestVersion, type StoredObject } from '../objects/storedObject.ts';
import { secretErrors } from './secretErrors.ts';
import type { SecretRequest } from './secretRequest.ts';
import type { SecretVersion } from './secretVersion.ts';

/** The version that the path names, the latest if it names none. Throws 404 when there is no such version. */
export function requestedVersion(request: SecretRequest, secret: StoredObject<SecretVersion>): SecretVersion {
  if (request.version === undefined) return latestVersion(secret);
  const id = request.version.toLowerCase();
  const version = secret.versions.find((candidate) => candidate.id === id);
  if (version === undefined) throw secretErrors.notFound(`${request.name}/${request.version}`);
  return version;
}
