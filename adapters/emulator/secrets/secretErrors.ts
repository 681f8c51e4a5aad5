import { ServiceError } from '../errors/serviceError.ts';
import { type ObjectErrors, objectErrors } from '../objects/objectErrors.ts';
import { SECRET } from './secretKind.ts';

/** The refusals that only secrets know, beside those of all objects. */
export interface SecretErrors extends ObjectErrors {
  /** 403: the value of a disabled secret is not handed out; nor is a deleted secret that is disabled shown. */
  disabled(): ServiceError;
  /** 400: a backup that this emulator did not make. */
  unknownBackup(): ServiceError;
  /** 400: a backup of this emulator that was changed, or that another instance made. */
  corruptBackup(): ServiceError;
}

/** Not a code by the usual grammar, but the service's own. */
const MALFORMED = 'Malformed backup blob';

/** The refusals of secrets. */
export const secretErrors: SecretErrors = {
  ...objectErrors(SECRET),
  disabled: () =>
    new ServiceError(
      403,
      'Forbidden',
      'Operation get is not allowed on a disabled secret.',
      'SecretDisabled',
    ),
  unknownBackup: () => new ServiceError(400, MALFORMED, 'Backup blob contains invalid or corrupt version.'),
  corruptBackup: () => new ServiceError(400, MALFORMED, 'Backup blob is corrupt.'),
};
