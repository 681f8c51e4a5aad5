import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import { anythingOf, type ObjectState } from '../world/objectState.ts';
import { undecided } from '../world/undecided.ts';
import { type Attempt, attempts } from './explanation.ts';
import type { Patience } from './hiddenSteps.ts';

/**
 * Where to go on after an answer that nothing explained (design.md, section 4). An answer of the right outcome with
 * wrong details leaves the object where that outcome leads, with these details undecided. An answer of another outcome is believed: the
 * object is in whatever state would explain it, and little of it is known. An answer that no state explains changes
 * nothing.
 */
export function resume(
  call: Call,
  answer: Answer,
  nearest: Attempt,
  before: readonly ObjectState[],
  settings: KnownSettings,
  patience: Patience,
): readonly ObjectState[] {
  const wrongOutcome = nearest.differences.some(({ field }) => field === 'status');
  if (!wrongOutcome) {
    const fields = new Set(nearest.differences.map(({ field }) => field.slice(field.lastIndexOf('.') + 1)));
    return [undecided(nearest.outcome.next(answer), nearest.outcome.next(), fields)];
  }
  // Whoever was let do what it may not has done it.
  const { caller: _, ...anybody } = call;
  const believed = attempts(anybody, anythingOf(call.command.kind), settings, answer, patience).filter(
    ({ differences }) => isNear(differences),
  );
  return believed.length > 0 ? believed.map(({ outcome }) => outcome.next(answer)) : before;
}

function isNear(differences: Attempt['differences']): boolean {
  return !differences.some(({ field }) => field === 'status');
}
