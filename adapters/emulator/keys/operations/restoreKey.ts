import { openObject } from '../../backups/objectBackup.ts';
import { latestVersion } from '../../objects/storedObject.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { keyAnswer, keyId } from '../keyBundle.ts';
import { keyErrors } from '../keyErrors.ts';
import { KEY } from '../keyKind.ts';
import type { StoredKey } from '../storedKey.ts';

/** POST /keys/restore: brings a backed-up key back under its old name, with its old versions and dates, where that name is free. */
export function restoreKey(request: VaultRequest): Answer {
  const { vault, now } = request;
  const key = openObject<StoredKey>(request, KEY);
  const latest = latestVersion(key);
  if (vault.keys.find(key.name, now) !== undefined) {
    throw keyErrors.restoreConflict(keyId(request, key, latest));
  }
  vault.keys.add(key);
  return keyAnswer(request, key, latest);
}
