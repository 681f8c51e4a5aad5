import { Lifecycle } from '../objects/lifecycle.ts';
import type { VaultRequest } from '../requests/vaultRequest.ts';
import { keyErrors } from './keyErrors.ts';
import type { StoredKey } from './storedKey.ts';

/** What can be done to the keys of a request's vault at its time. */
export function keyLifecycle({ vault, service, now }: VaultRequest): Lifecycle<StoredKey> {
  return new Lifecycle({
    vault,
    collection: vault.keys,
    errors: keyErrors,
    settling: service.settling,
    now,
  });
}
