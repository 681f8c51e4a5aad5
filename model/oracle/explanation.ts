import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../outcome.ts';
import type { Difference } from '../pattern/difference.ts';
import { matchAnswer } from '../pattern/pattern.ts';
import { step } from '../step.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import type { ObjectState } from '../world/objectState.ts';
import { hiddenSteps, type Patience } from './hiddenSteps.ts';

/** One outcome held against an answer. */
export interface Attempt {
  readonly object: ObjectState;
  readonly outcome: Outcome;
  readonly overdue: boolean;
  /** In what the answer differs from what the outcome allows; empty when it fits. */
  readonly differences: readonly Difference[];
}

/** Every outcome of a call in every state that the object may be in, held against the answer. */
export function attempts(
  call: Call,
  objects: readonly ObjectState[],
  settings: KnownSettings,
  answer: Answer,
  patience: Patience,
): readonly Attempt[] {
  return objects
    .flatMap((object) => hiddenSteps(object, call.window, patience))
    .flatMap(({ object, overdue }) =>
      step(call, { settings, object }).map((outcome) => ({
        object,
        outcome,
        overdue,
        differences: matchAnswer(outcome.pattern, answer, call.strictness),
      })),
    );
}

/** How far an answer is from what an attempt's outcome allows. */
export function distance(attempt: Attempt): number {
  return attempt.differences.reduce((sum, { weight }) => sum + weight, 0);
}
