import { openObject } from '../../backups/objectBackup.ts';
import { objectId } from '../../objects/objectView.ts';
import { latestVersion } from '../../objects/storedObject.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { versionBundle } from '../secretBundle.ts';
import { secretErrors } from '../secretErrors.ts';
import { SECRET } from '../secretKind.ts';
import type { StoredSecret } from '../secretVersion.ts';

/** POST /secrets/restore: brings a backed-up secret back under its old name, with its old versions and dates, where that name is free. */
export function restoreSecret(request: VaultRequest): Answer {
  const { vault, now } = request;
  const secret = openObject<StoredSecret>(request, SECRET);
  const latest = latestVersion(secret);
  if (vault.secrets.find(secret.name, now) !== undefined) {
    throw secretErrors.restoreConflict(objectId(request, SECRET, secret.name, latest.id));
  }
  vault.secrets.add(secret);
  return ok(versionBundle(request, secret, latest));
}
