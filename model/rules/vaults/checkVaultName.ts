import type { Call } from '../../call.ts';
import type { NameCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import type { RuleId } from '../../rule.ts';
import type { World } from '../../world/world.ts';
import { isVaultName } from './vaultRequest.ts';

/** `POST .../checkNameAvailability`: a question, which changes nothing. */
export function checkVaultName(call: Call<NameCommand>, { object }: World): Outcome[] {
  const asked = call.command.name;
  if (!isVaultName(asked)) return [unchanged(object, says(asked, 'AccountNameInvalid'), ['VT-01'])];
  const taken = (rules: readonly RuleId[]): Outcome => unchanged(object, says(asked, 'AlreadyExists'), rules);
  const free = unchanged(object, says(asked), ['NR-07']);
  switch (object.phase) {
    case 'live':
    case 'recovering':
      return [taken(['NR-06'])];
    case 'absent':
      // NR-06: another may have the name, in a recording.
      return call.strictness.service ? [free, taken(['NR-06'])] : [free];
    default:
      // OQ-14: that a deleted name is called taken stands in no document.
      return [taken(['NR-12', 'NR-05']), { ...free, unspecified: true }];
  }
}

function says(name: string, reason?: string): Pattern {
  const fields = {
    nameAvailable: { is: reason === undefined },
    reason: reason === undefined ? { absent: true as const } : { is: reason },
    message: { unknown: true as const },
  };
  return { status: [200], object: { name, version: { none: true }, fields, relations: [] } };
}
