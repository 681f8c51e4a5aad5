import { badParameter } from '../../errors/badParameter.ts';
import { ServiceError } from '../../errors/serviceError.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';

/**
 * POST /keys/{name}[/{version}]/release: hands an exportable key out to an environment that can prove what it is. No
 * proof can be judged here, so none is good enough; the service too looks at the proof before the key.
 */
export function releaseKey(request: VaultRequest): never {
  if (typeof request.body().target !== 'string') {
    throw badParameter('The parameter target is not specified.');
  }
  throw new ServiceError(
    403,
    'Forbidden',
    'Target environment attestation statement cannot be verified.',
    'AccessDenied',
  );
}
