import type { Step } from '../steps/step.ts';

/** The step with its name in the letters in which it was chosen. */
export function spelledAsChosen(step: Step): Step {
  if (!('spelling' in step)) return step;
  const { spelling: _other, ...plain } = step;
  return plain;
}
