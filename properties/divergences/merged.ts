import type { SetStep, Step, UpdateStep } from '../steps/step.ts';

/** The same steps with one update less: what it sets is set from the start, by the step that makes the version. */
export function merged(steps: readonly Step[]): readonly (readonly Step[])[] {
  return steps.flatMap((update, i) => {
    if (!isUpdate(update)) return [];
    const place = steps.slice(0, i).findLastIndex((step) => isBirth(step) && step.slot === update.slot);
    const birth = steps[place];
    if (!birth || !isBirth(birth)) return [];
    const whole: SetStep = { ...birth, input: { ...birth.input, ...update.input } };
    return [steps.with(place, whole).toSpliced(i, 1)];
  });
}

function isUpdate(step: Step): step is UpdateStep {
  return 'call' in step && step.call === 'update' && step.version !== 'none-such';
}

function isBirth(step: Step): step is SetStep {
  return 'call' in step && (step.call === 'set' || step.call === 'create') && !step.broken;
}
