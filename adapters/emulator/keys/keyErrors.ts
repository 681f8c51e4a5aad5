import { ServiceError } from '../errors/serviceError.ts';
import { type ObjectErrors, objectErrors } from '../objects/objectErrors.ts';
import { KEY } from './keyKind.ts';

/** The refusals that only keys know, beside those of all objects. */
export interface KeyErrors extends ObjectErrors {
  /** 403: a standard vault takes no hardware keys. */
  hardwareKey(): ServiceError;
  /** 403: the key is not meant for this operation. */
  notPermitted(operation: string): ServiceError;
  /** 403: a disabled key does none of the operations that need its private part. */
  disabled(operation: string): ServiceError;
  /** 403: outside of its dates a key encrypts, signs and wraps nothing. The service's codes are not known. */
  outOfDate(operation: string, why: 'KeyExpired' | 'KeyNotYetValid'): ServiceError;
}

function forbidden(innerCode: string, message: string): ServiceError {
  return new ServiceError(403, 'Forbidden', message, innerCode);
}

/** The refusals of keys. */
export const keyErrors: KeyErrors = {
  ...objectErrors(KEY),
  hardwareKey: () =>
    forbidden('HardwareKeysNotSupported', 'Hardware key operation not allowed on standard vault'),
  notPermitted: (operation) =>
    forbidden('KeyOperationForbidden', `Operation ${operation} is not permitted on this key.`),
  disabled: (operation) =>
    forbidden('KeyDisabled', `Operation ${operation} is not allowed on a disabled key.`),
  outOfDate: (operation, why) =>
    forbidden(
      why,
      `Operation ${operation} is not allowed on ${why === 'KeyExpired' ? 'an expired key' : 'a key that is not yet valid'}.`,
    ),
};
