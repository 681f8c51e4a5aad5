import { badParameter } from './badParameter.ts';
import type { ServiceError } from './serviceError.ts';

/**
 * 400 for a property of the body with a value that is too long, too many or of the wrong type.
 * The service leaves the property's name out: two spaces and a line end are its own.
 */
export function invalidProperty(): ServiceError {
  return badParameter('Property  has invalid value\r\n');
}
