import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { Deleted } from '../../world/objectState.ts';
import { managedByKeyVault } from '../errors/refusals.ts';

/**
 * CR-04 says that what a certificate owns is recovered and purged with it alone. Nobody recorded a call that tries it
 * directly, so that it succeeds is not excluded.
 */
export function ownedRefusal(call: Call, deleted: Deleted): Outcome[] {
  if (!deleted.content.owned) return [];
  const refused = managedByKeyVault(call.command.kind);
  return [unchanged(deleted, refused, ['CR-04', 'ER-19', 'ER-02'], 'if a certificate owns it')];
}
