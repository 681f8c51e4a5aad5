import { type Answer, ok } from '../../requests/answer.ts';
import { isVaultName } from '../../vaults/vaultName.ts';
import { invalidValue, nameInvalidMessage, nameTakenMessage } from '../armErrors.ts';
import type { ArmRequest } from '../armRequest.ts';

/** POST /subscriptions/{subscription}/providers/Microsoft.KeyVault/checkNameAvailability: whether a new vault can have a name; that of a deleted one is taken (NR-12). */
export function checkNameAvailability(request: ArmRequest): Answer {
  const { name, type } = request.body();
  if (typeof name !== 'string') throw invalidValue('name');
  if (typeof type !== 'string' || type.toLowerCase() !== 'microsoft.keyvault/vaults')
    throw invalidValue('type');
  if (!isVaultName(name)) {
    return ok({ nameAvailable: false, reason: 'AccountNameInvalid', message: nameInvalidMessage(name) });
  }
  if (request.service.vaults.find(name, request.now) === undefined) return ok({ nameAvailable: true });
  return ok({ nameAvailable: false, reason: 'AlreadyExists', message: nameTakenMessage(name) });
}
