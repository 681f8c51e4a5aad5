import { Lifecycle } from '../objects/lifecycle.ts';
import type { VaultRequest } from '../requests/vaultRequest.ts';
import { certificateErrors } from './certificateErrors.ts';
import type { StoredCertificate } from './storedCertificate.ts';

/** What can be done to the certificates of a request's vault at its time. */
export function certificateLifecycle({ vault, service, now }: VaultRequest): Lifecycle<StoredCertificate> {
  return new Lifecycle({
    vault,
    collection: vault.certificates,
    errors: certificateErrors,
    settling: service.settling,
    now,
  });
}
