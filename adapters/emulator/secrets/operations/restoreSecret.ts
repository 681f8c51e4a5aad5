import { badParameter } from '../../errors/badParameter.ts';
import { latestVersion } from '../../objects/storedObject.ts';
import { openSecret } from '../secretBackup.ts';
import { secretId, versionBundle } from '../secretBundle.ts';
import { secretErrors } from '../secretErrors.ts';
import type { SecretRequest } from '../secretRequest.ts';

/** POST /secrets/restore: brings a backed-up secret back under its old name, with its old versions and dates, where that name is free. */
export function restoreSecret(request: SecretRequest): object {
  const { vault, now } = request;
  const blob = request.body().value;
  if (typeof blob !== 'string') throw badParameter('The parameter value is not specified.');
  const secret = openSecret(request.backups, blob);
  const latest = latestVersion(secret);
  if (vault.secrets.find(secret.name, now) !== undefined) {
    throw secretErrors.restoreConflict(secretId(request, secret.name, latest.id));
  }
  vault.secrets.add(secret);
  return versionBundle(request, secret, latest);
}
