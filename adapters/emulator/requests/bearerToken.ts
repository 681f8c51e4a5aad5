import { ServiceError } from '../errors/serviceError.ts';

/** The tenant that the challenge sends clients to. */
const TENANT = '00000000-0000-0000-0000-000000000001';

/** `WWW-Authenticate` of a 401: where to get a token, and for which resource. */
export const CHALLENGE: string = `Bearer authorization="https://login.windows.net/${TENANT}", resource="https://vault.azure.net"`;

/** Throws the service's 401 unless the `Authorization` header carries a token. Any token that is not empty will do. */
export function checkBearerToken(authorization: string | undefined): void {
  if (authorization !== undefined && /^(?:Bearer|PoP)\s+\S/i.test(authorization)) return;
  throw new ServiceError(401, 'Unauthorized', 'AKV10000: Request is missing a Bearer or PoP token.');
}
