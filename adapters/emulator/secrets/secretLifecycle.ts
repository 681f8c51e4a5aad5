import { Lifecycle } from '../objects/lifecycle.ts';
import type { VaultRequest } from '../requests/vaultRequest.ts';
import { secretErrors } from './secretErrors.ts';
import type { StoredSecret } from './secretVersion.ts';

/** What can be done to the secrets of a request's vault at its time. */
export function secretLifecycle({ vault, service, now }: VaultRequest): Lifecycle<StoredSecret> {
  return new Lifecycle({
    vault,
    collection: vault.secrets,
    errors: secretErrors,
    settling: service.settling,
    now,
  });
}
