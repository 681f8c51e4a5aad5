import { ServiceError } from './serviceError.ts';

/** 400 `BadParameter`: the request itself is wrong, whatever the vault holds. */
export function badParameter(message: string): ServiceError {
  return new ServiceError(400, 'BadParameter', message);
}
