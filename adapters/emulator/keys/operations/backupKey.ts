import { sealObject } from '../../backups/objectBackup.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { KEY } from '../keyKind.ts';
import { keyLifecycle } from '../keyLifecycle.ts';

/** POST /keys/{name}/backup: a live key with all its versions as a sealed blob. */
export function backupKey(request: VaultRequest): Answer {
  return ok({ value: sealObject(request, KEY, keyLifecycle(request).changeable(request.name, 'backup')) });
}
