import { ServiceError } from '../errors/serviceError.ts';
import { type ObjectErrors, objectErrors } from '../objects/objectErrors.ts';
import { SECRET } from './secretKind.ts';

/** The refusals that only secrets know, beside those of all objects. */
export interface SecretErrors extends ObjectErrors {
  /** 403: the value of a disabled secret is not handed out; nor is a deleted secret that is disabled shown. */
  disabled(): ServiceError;
}

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
};
