import { sealSecret } from '../secretBackup.ts';
import type { SecretRequest } from '../secretRequest.ts';

/** POST /secrets/{name}/backup: a live secret with all its versions as a sealed blob. */
export function backupSecret(request: SecretRequest): object {
  return { value: sealSecret(request.backups, request.lifecycle.live(request.name)) };
}
