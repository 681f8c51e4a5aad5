import type { Call } from '../../call.ts';
import type { Command } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { World } from '../../world/world.ts';
import { badParameter } from '../errors/refusals.ts';

/** Operations whose request says more than the rules speak of. */
const SPEAKING: readonly Command['op'][] = [
  'set',
  'create',
  'import',
  'update',
  'merge',
  'use',
  'updateOperation',
  'updatePolicy',
  'updateRotationPolicy',
];

/**
 * ER-13: what a recorded client sent may be wrong in ways that no rule speaks of: sizes, curves, policies, files,
 * ciphertexts. Recordings show it of keys, imports and merges, each with a text of its own.
 */
export function wrongRequest({ command, strictness }: Call, { object }: World): readonly Outcome[] {
  if (!strictness.service || !SPEAKING.includes(command.op)) return [];
  return [unchanged(object, badParameter(), ['ER-13', 'ER-02'], 'if what was sent is wrong')];
}
