import type { Call } from '../../call.ts';
import type { SetCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { ObjectState } from '../../world/objectState.ts';

/**
 * SetSecret with an empty value is refused anyway while the name is taken. A target that takes no empty values may say
 * so first: no source tells the order of checks, and where the name is free its fault shows (LS-10).
 */
export function emptyValueFirst(
  { command, strictness }: Call<SetCommand>,
  object: ObjectState,
): readonly Outcome[] {
  const isFree = object.phase === 'absent' || object.phase === 'live';
  if (strictness.service || isFree || command.kind !== 'secret') return [];
  if (command.input === 'unrecorded' || command.input.value !== '') return [];
  return [{ ...unchanged(object, { status: [400], refusal: {} }, ['LS-10', 'ER-02']), unspecified: true }];
}
