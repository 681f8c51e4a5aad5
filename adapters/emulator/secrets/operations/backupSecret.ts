import { sealObject } from '../../backups/objectBackup.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { SECRET } from '../secretKind.ts';
import { secretLifecycle } from '../secretLifecycle.ts';

/** POST /secrets/{name}/backup: a live secret with all its versions as a sealed blob. */
export function backupSecret(request: VaultRequest): Answer {
  const secret = secretLifecycle(request).changeable(request.name, 'backup');
  return ok({ value: sealObject(request, SECRET, secret) });
}
