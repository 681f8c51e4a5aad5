import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { keyAnswer } from '../keyBundle.ts';
import { keyLifecycle } from '../keyLifecycle.ts';
import { nextVersion } from '../rotation/nextVersion.ts';

/** POST /keys/{name}/rotate: a new version of a live key, like the latest one, with a key of its own. */
export async function rotateKey(request: VaultRequest): Promise<Answer> {
  const { service, name, now } = request;
  const version = await nextVersion(keyLifecycle(request).changeable(name, 'rotate'), service, now);
  // While the key was made, somebody may have deleted it.
  const key = keyLifecycle(request).changeable(name, 'rotate');
  key.versions.push(version);
  return keyAnswer(request, key, version);
}
