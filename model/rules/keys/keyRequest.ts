import type { Call } from '../../call.ts';
import type { Input, SetCommand, UpdateCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { ObjectState } from '../../world/objectState.ts';
import { hardwareKeysNotSupported } from './keyRefusals.ts';

/** How a request about a key may be refused for the vault's tier. */
export function keyRequestRefusals(call: Call<SetCommand | UpdateCommand>, object: ObjectState): Outcome[] {
  if (call.command.kind !== 'key') return [];
  if (!call.strictness.service) return hardwareRefusal(call, object);
  if (call.command.op === 'update') return [];
  return [unchanged(object, hardwareKeysNotSupported(), ['KY-04', 'ER-02'])];
}

/** KY-04: nothing tells of which tier a target's vault is, and the standard one has no keys in hardware. */
function hardwareRefusal({ command }: Call<SetCommand | UpdateCommand>, object: ObjectState): Outcome[] {
  const { input } = command;
  const when = 'in a vault of the standard tier';
  return input !== 'unrecorded' && isHardware(input)
    ? [unchanged(object, hardwareKeysNotSupported(), ['KY-04', 'ER-02'], when)]
    : [];
}

/** A creation names the type, an import says `Hsm`: the recorded keys of type RSA so imported became RSA-HSM. */
function isHardware({ kty, Hsm: hsm }: Exclude<Input, 'unrecorded'>): boolean {
  return hsm === true || (typeof kty === 'string' && kty.endsWith('-HSM'));
}
