import { readObjectProperties, section } from '../../objects/objectBody.ts';
import { requestedVersion } from '../../objects/requestedVersion.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateBundle, changedVersionBundle } from '../certificateBundle.ts';
import { certificateErrors } from '../certificateErrors.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';
import { followAttributes } from '../linked/linkedObjects.ts';
import { readPolicy } from '../policy/readPolicy.ts';
import { LONGEST_TAG } from '../tagLength.ts';

/**
 * PATCH /certificates/{name}[/{version}]: changes tags, policy and whether it is enabled; its dates are its own. What is
 * not issued yet stays disabled.
 */
export function updateCertificate(request: VaultRequest): Answer {
  const { vault, now } = request;
  const body = request.body();
  const { tags, enabled } = readObjectProperties(body, LONGEST_TAG);
  const certificate = certificateLifecycle(request).live(request.name);
  const version = requestedVersion(certificate, request, certificateErrors);
  if (body.policy !== undefined && body.policy !== null) {
    certificate.policy = readPolicy(section(body.policy), now, certificate.policy);
  }
  version.tags = tags ?? version.tags;
  version.enabled = version.der !== undefined && (enabled ?? version.enabled);
  version.updated = now;
  followAttributes(vault, certificate, version);
  return ok(
    request.version === undefined
      ? certificateBundle(request, certificate)
      : changedVersionBundle(request, certificate, version),
  );
}
