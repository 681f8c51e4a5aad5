import type { Fields } from '../../../model/fields.ts';
import type { StepTemplate } from './stepTemplate.ts';

/** A change of attributes or tags. It names a version, as most clients do; one of the edges leaves that out. */
export function updating(label: string, input: (round: number) => Fields): StepTemplate {
  const make: StepTemplate['make'] = (slot, round) => ({
    call: 'update',
    slot,
    version: 'latest',
    input: input(round),
  });
  return { label, tier: 'content', make };
}
