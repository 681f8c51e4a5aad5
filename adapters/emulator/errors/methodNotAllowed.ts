import { ServiceError } from './serviceError.ts';

/** 405: the path exists, but not for this HTTP method. */
export function methodNotAllowed(method: string): ServiceError {
  return new ServiceError(405, 'MethodNotAllowed', `HTTP ${method} not allowed`);
}
