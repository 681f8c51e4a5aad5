import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import { ABSENT, anythingOf, type ObjectState } from '../world/objectState.ts';
import { undecided } from '../world/undecided.ts';
import { type Attempt, attempts } from './explanation.ts';
import type { Patience } from './hiddenSteps.ts';

/**
 * Where to go on after an answer that nothing explained (design.md, section 4). An answer of the right outcome with
 * wrong details leaves the object where that outcome leads, with these details undecided; in whatever state the answer
 * has these faults and no others, the object may have been. An answer of another outcome is believed: the object is in
 * whatever state would explain it, and little of it is known. An answer that no state explains changes nothing.
 * @param all every attempt to explain the answer
 * @param nearest the one of them that it was told by
 */
export function resume(
  call: Call,
  answer: Answer,
  all: readonly Attempt[],
  nearest: Attempt,
  before: readonly ObjectState[],
  settings: KnownSettings,
  patience: Patience,
): readonly ObjectState[] {
  const wrongOutcome = nearest.differences.some(({ field }) => field === 'status');
  if (!wrongOutcome) {
    const faults = faultsOf(nearest);
    const fields = new Set(nearest.differences.map(({ field }) => field.slice(field.lastIndexOf('.') + 1)));
    // What brings several versions at once and is wrong about the one it shows is not believed of the others either.
    const due = ({ outcome }: Attempt): ObjectState => (bringsAll(call) ? ABSENT : outcome.next());
    return all
      .filter((attempt) => faultsOf(attempt) === faults && attempt.overdue === nearest.overdue)
      .map((attempt) => undecided(attempt.outcome.next(answer), due(attempt), fields));
  }
  // Whoever was let do what it may not has done it.
  const { caller: _, ...anybody } = call;
  const believed = attempts(anybody, anythingOf(call.command.kind), settings, answer, patience).filter(
    ({ differences }) => isNear(differences),
  );
  return believed.length > 0 ? believed.map(({ outcome }) => outcome.next(answer)) : before;
}

/** What an answer is wrong about when an attempt is made to explain it. */
function faultsOf({ differences }: Attempt): string {
  const faults = differences.map(({ field, observed }) => (field === 'list' ? `list ${observed}` : field));
  return [...new Set(faults)].sort().join();
}

function bringsAll({ command: { op } }: Call): boolean {
  return op === 'restore' || op === 'recover';
}

function isNear(differences: Attempt['differences']): boolean {
  return !differences.some(({ field }) => field === 'status');
}
