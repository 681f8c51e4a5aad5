import { ServiceError } from './serviceError.ts';

/** 400 `BadRequest`: wrong input to the emulator itself, its options or its control API. */
export function badRequest(message: string): ServiceError {
  return new ServiceError(400, 'BadRequest', message);
}
