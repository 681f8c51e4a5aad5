import type { Command } from '../command.ts';
import { describePattern } from '../oracle/describe.ts';
import type { Outcome } from '../outcome.ts';
import { step } from '../step.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import type { ObjectState } from '../world/objectState.ts';
import { type CallVariation, callOf } from './calls.ts';
import { SOFT, STATES } from './states.ts';

/** An outcome in words: the answer, and the phase that it leads to: `404 SecretNotFound > deleted`. */
export function inWords({ pattern, next, unspecified }: Outcome): string {
  return `${unspecified ? '(unspecified) ' : ''}${describePattern(pattern)} > ${next().phase}`;
}

/** What `step` allows, each outcome in words, without repetitions. */
export function allowed(
  command: Command,
  object: ObjectState,
  settings: KnownSettings = SOFT,
  variation: CallVariation = {},
): readonly string[] {
  const outcomes = step(callOf(command, variation), { settings, object });
  return [...new Set(outcomes.map(inWords))];
}

/** What is allowed in each phase, in words. */
export function allowedByPhase(
  command: Command,
  settings: KnownSettings = SOFT,
  variation: CallVariation = {},
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(STATES).map(([phase, object]) => [phase, allowed(command, object, settings, variation)]),
  );
}
