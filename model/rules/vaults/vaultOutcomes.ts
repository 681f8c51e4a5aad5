import type { Call } from '../../call.ts';
import type { Command } from '../../command.ts';
import type { Outcome } from '../../outcome.ts';
import type { World } from '../../world/world.ts';
import { updateAccessPolicies } from './accessPolicies.ts';
import { checkVaultName } from './checkVaultName.ts';
import { deleteVault } from './deleteVault.ts';
import { getExtension, putExtension } from './extensions.ts';
import { createGroup, deleteGroup } from './groups.ts';
import { patchVault } from './patchVault.ts';
import { purgeResult, purgeVault } from './purgeVault.ts';
import { putVault } from './putVault.ts';
import { recoverVault } from './recoverVault.ts';
import { getDeletedVault, getVault } from './vaultReads.ts';

/** All outcomes that the rules allow for a call to the management plane about one vault. */
export function vaultOutcomes(call: Call, world: World): readonly Outcome[] {
  switch (call.command.op) {
    case 'create':
      return putVault(withCommand(call, call.command), world);
    case 'recover':
      return recoverVault(withCommand(call, call.command), world);
    case 'update':
      return patchVault(withCommand(call, call.command), world);
    case 'get':
      return getVault(call, world);
    case 'getDeleted':
      return getDeletedVault(call, world);
    case 'delete':
      return deleteVault(call, world);
    case 'purge':
      return purgeVault(call, world);
    case 'getPurgeResult':
      return purgeResult(call, world);
    case 'checkName':
      return checkVaultName(withCommand(call, call.command), world);
    case 'updateAccessPolicy':
      return updateAccessPolicies(call, world);
    case 'putExtension':
      return putExtension(withCommand(call, call.command), world);
    case 'createGroup':
      return createGroup(world);
    case 'deleteGroup':
      return deleteGroup(call, world);
    case 'getExtension':
      return getExtension(withCommand(call, call.command), world);
    default:
      throw new RangeError(`no vault has ${call.command.op}`);
  }
}

function withCommand<C extends Command>(call: Call, command: C): Call<C> {
  return { ...call, command };
}
