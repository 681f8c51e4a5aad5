import { applyProperties } from '../../objects/objectBody.ts';
import { requestedVersion } from '../../objects/requestedVersion.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { readProperties } from '../secretBody.ts';
import { versionBundle } from '../secretBundle.ts';
import { secretErrors } from '../secretErrors.ts';
import { secretLifecycle } from '../secretLifecycle.ts';

/** PATCH /secrets/{name}[/{version}]: changes what the body speaks of, in place. Tags are replaced as a whole. */
export function updateSecret(request: VaultRequest): Answer {
  const properties = readProperties(request.body());
  const secret = secretLifecycle(request).changeable(request.name, 'update');
  const version = requestedVersion(secret, request, secretErrors);
  version.contentType = properties.contentType ?? version.contentType;
  applyProperties(version, properties, request.now);
  return ok(versionBundle(request, secret, version));
}
