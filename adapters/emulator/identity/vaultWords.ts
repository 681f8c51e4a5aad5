import { ServiceError } from '../errors/serviceError.ts';
import type { PlaneWords } from './gatekeeper.ts';

/** What tokens for vaults are for: exactly this, without a slash at the end. */
const AUDIENCE = 'https://vault.azure.net';

/** How a vault refuses callers. */
export const VAULT_WORDS: PlaneWords = {
  takes: (audience) => audience === AUDIENCE,
  missing: () => unauthorized('AKV10000: Request is missing a Bearer or PoP token.'),
  // The service's words for the next two are not known.
  unknown: () => unauthorized('AKV10046: Unable to resolve the key used for signature validation.'),
  expired: () => unauthorized('AKV10041: The token is not valid at this time.'),
  wrongAudience: (audience) =>
    unauthorized(`AKV10022: Invalid audience. Expected ${AUDIENCE}, found: ${audience}.`),
};

/** `WWW-Authenticate` of a 401: where to get a token, and for which resource. */
export function vaultChallenge(authority: string): string {
  return `Bearer authorization="${authority}", resource="${AUDIENCE}"`;
}

function unauthorized(message: string): ServiceError {
  return new ServiceError(401, 'Unauthorized', message);
}
