import { requestedVersion } from '../requestedVersion.ts';
import { readProperties } from '../secretBody.ts';
import { versionBundle } from '../secretBundle.ts';
import type { SecretRequest } from '../secretRequest.ts';

/** PATCH /secrets/{name}[/{version}]: changes what the body speaks of, in place. Tags are replaced as a whole. */
export function updateSecret(request: SecretRequest): object {
  const properties = readProperties(request.body());
  const secret = request.lifecycle.live(request.name);
  const version = requestedVersion(request, secret);
  version.contentType = properties.contentType ?? version.contentType;
  version.tags = properties.tags ?? version.tags;
  version.enabled = properties.enabled ?? version.enabled;
  version.notBefore = properties.notBefore ?? version.notBefore;
  version.expires = properties.expires ?? version.expires;
  version.updated = request.now;
  return versionBundle(request, secret, version);
}
