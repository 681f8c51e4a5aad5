import { applyProperties } from '../../objects/objectBody.ts';
import { requestedVersion } from '../../objects/requestedVersion.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { readKeyProperties } from '../keyBody.ts';
import { keyAnswer } from '../keyBundle.ts';
import { keyErrors } from '../keyErrors.ts';
import { keyLifecycle } from '../keyLifecycle.ts';
import { checkExportable, checkReplaceable } from '../releasePolicy.ts';

/** PATCH /keys/{name}[/{version}]: changes what the body speaks of, in place. Tags are replaced as a whole. */
export function updateKey(request: VaultRequest): Answer {
  const properties = readKeyProperties(request.body());
  const key = keyLifecycle(request).changeable(request.name, 'update');
  const version = requestedVersion(key, request, keyErrors);
  checkReplaceable(version.releasePolicy, properties.releasePolicy);
  const policy = properties.releasePolicy ?? version.releasePolicy;
  checkExportable(version.exportable, policy);
  version.releasePolicy = policy;
  version.keyOps = properties.keyOps ?? version.keyOps;
  applyProperties(version, properties, request.now);
  return keyAnswer(request, key, version);
}
