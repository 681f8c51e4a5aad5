import type { Fields } from '../../../model/fields.ts';
import { setInFull } from '../samples/setInFull.ts';
import { SECRET_EDGES } from './secretEdges.ts';
import type { StepTemplate } from './stepTemplate.ts';
import { updating } from './updating.ts';

/** What secrets can be asked beside what all kinds can. */
export const SECRET_TEMPLATES: readonly StepTemplate[] = [
  { label: 'set', tier: 'life', make: setInFull },
  setting('set a bare value', (round) => ({ value: `value ${round}` })),
  setting('set disabled', (round) => ({ value: `value ${round}`, enabled: false })),
  updating('update tags', (round) => ({ tags: { [`round${round}`]: 'updated' }, contentType: 'text/plain' })),
  ...SECRET_EDGES,
];

function setting(label: string, input: (round: number) => Fields): StepTemplate {
  return { label, tier: 'content', make: (slot, round) => ({ call: 'set', slot, input: input(round) }) };
}
