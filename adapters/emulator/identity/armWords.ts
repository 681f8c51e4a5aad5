import { ServiceError } from '../errors/serviceError.ts';
import type { PlaneWords } from './gatekeeper.ts';

const AUDIENCES: readonly string[] = ['https://management.azure.com', 'https://management.core.windows.net'];

/**
 * How Azure Resource Manager refuses callers.
 * @param armUrl address of the emulated one, for which tokens may be too.
 */
export function armWords(armUrl: () => string): PlaneWords {
  return {
    takes: (audience) => [...AUDIENCES, armUrl()].includes(audience.replace(/\/$/, '')),
    missing: () =>
      new ServiceError(
        401,
        'AuthenticationFailed',
        "Authentication failed. The 'Authorization' header is missing.",
      ),
    unknown: () => new ServiceError(401, 'InvalidAuthenticationToken', 'The access token is invalid.'),
    expired: (expires, now) =>
      new ServiceError(
        401,
        'ExpiredAuthenticationToken',
        `The access token expiry UTC time '${describeTime(expires)}' is earlier than current UTC time '${describeTime(now)}'.`,
      ),
    wrongAudience: (audience) =>
      new ServiceError(
        401,
        'InvalidAuthenticationTokenAudience',
        `The access token has been obtained for wrong audience or resource '${audience}'. It should exactly match with one of the allowed audiences '${[...AUDIENCES, armUrl()].join("','")}'.`,
      ),
  };
}

/** `WWW-Authenticate` of a 401. */
export function armChallenge(authority: string): string {
  return `Bearer authorization_uri="${authority}", error="invalid_token", error_description="The authentication failed because of missing 'Authorization' header."`;
}

function describeTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 19);
}
