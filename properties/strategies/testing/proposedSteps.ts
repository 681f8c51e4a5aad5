import type { SequenceView } from '../../sequences/sequenceView.ts';
import { isCall, type Step } from '../../steps/step.ts';
import type { Proposal } from '../strategy.ts';

/** All steps that a sequence proposes, whatever comes of them. */
export function stepsOf({ next }: Proposal): readonly Step[] {
  const steps: Step[] = [];
  const view = (): SequenceView => ({
    length: steps.length,
    states: () => [],
    known: () => ({ versions: 0, backups: 0 }),
  });
  for (let step = next(view()); step; step = next(view())) steps.push(step);
  return steps;
}

/** The names of the calls that a sequence proposes. */
export function callsOf(proposal: Proposal): readonly string[] {
  return stepsOf(proposal).flatMap((step) => (isCall(step) ? [step.call] : []));
}
