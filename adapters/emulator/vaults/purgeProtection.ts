import { ServiceError } from '../errors/serviceError.ts';
import type { VaultSettings } from './vaultSettings.ts';

/** Throws the service's 403 where no client may purge objects: under purge protection (PP-05), or in an undeletable subscription (UN-01). */
export function checkPurgeable(vault: VaultSettings): void {
  if (vault.purgeProtection) throw refusal(vault, 'purge protection is enabled for this vault');
  // Nobody has shown what the service says here; only that it refuses.
  if (vault.undeletable) throw refusal(vault, 'the subscription of this vault is undeletable');
}

function refusal(vault: VaultSettings, reason: string): ServiceError {
  return new ServiceError(
    403,
    'Forbidden',
    `Operation "purge" is not allowed because ${reason}. Key Vault service will automatically purge it after the retention period has passed.\r\nVault: ${vault.name};location=${vault.location}`,
  );
}
