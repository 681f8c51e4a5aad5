import type { Fields } from '../../model/fields.ts';
import type { Patience } from '../../model/oracle/hiddenSteps.ts';
import { EDGE_TEMPLATES } from './edgeTemplates.ts';
import { setInFull } from './setInFull.ts';
import type { StepTemplate } from './stepTemplate.ts';

const LIFE: readonly StepTemplate[] = [
  { label: 'set', tier: 'life', make: setInFull },
  { label: 'delete', tier: 'life', bySettings: true, make: (slot) => ({ call: 'delete', slot }) },
  { label: 'purge', tier: 'life', bySettings: true, make: (slot) => ({ call: 'purge', slot }) },
  ...(['get', 'getDeleted', 'recover', 'listVersions', 'list', 'listDeleted'] as const).map(
    (call): StepTemplate => ({ label: call, tier: 'life', make: (slot) => ({ call, slot }) }),
  ),
];

const CONTENT: readonly StepTemplate[] = [
  {
    label: 'set a bare value',
    tier: 'content',
    make: (slot, round) => ({ call: 'set', slot, input: { value: `value ${round}` } }),
  },
  {
    label: 'set disabled',
    tier: 'content',
    make: (slot, round) => ({ call: 'set', slot, input: { value: `value ${round}`, enabled: false } }),
  },
  updating('disable', () => ({ enabled: false })),
  updating('enable', () => ({ enabled: true })),
  updating('update tags', (round) => ({ tags: { [`round${round}`]: 'updated' }, contentType: 'text/plain' })),
  {
    label: 'disable first version',
    tier: 'content',
    needs: 'version',
    make: (slot) => ({ call: 'update', slot, version: 'first', input: { enabled: false } }),
  },
  {
    label: 'get first version',
    tier: 'content',
    needs: 'version',
    make: (slot) => ({ call: 'get', slot, version: 'first' }),
  },
  {
    label: 'list versions one by one',
    tier: 'content',
    make: (slot) => ({ call: 'listVersions', slot, pageSize: 1 }),
  },
  { label: 'backup', tier: 'content', make: (slot) => ({ call: 'backup', slot }) },
  {
    label: 'restore',
    tier: 'content',
    needs: 'backup',
    make: (slot) => ({ call: 'restore', slot, blob: 'last' }),
  },
];

/** Updates name a version, as most clients do; one of the edges leaves it out. */
function updating(label: string, input: (round: number) => Fields): StepTemplate {
  const make: StepTemplate['make'] = (slot, round) => ({
    call: 'update',
    slot,
    version: 'latest',
    input: input(round),
  });
  return { label, tier: 'content', make };
}

const SETTLE: StepTemplate = { label: 'settle', tier: 'time', make: (slot) => ({ settle: { slot } }) };

function times(patience: Patience): readonly StepTemplate[] {
  return [
    { label: 'a day passes', tier: 'time', make: () => ({ advance: { seconds: 86_400 } }) },
    purgeInstant('until the second before the scheduled purge', -1),
    purgeInstant('until the scheduled purge', 0),
    purgeInstant('until the scheduled purge is overdue', patience.purgeLag + 3),
  ];
}

function purgeInstant(label: string, fromScheduledPurge: number): StepTemplate {
  return { label, tier: 'time', make: (slot) => ({ advance: { slot, fromScheduledPurge } }) };
}

/** Every kind of step that a target can be asked; the passing of time only where it has a clock that can be moved. */
export function stepTemplates(hasClock: boolean, patience: Patience): readonly StepTemplate[] {
  return [...LIFE, SETTLE, ...(hasClock ? times(patience) : []), ...CONTENT, ...EDGE_TEMPLATES];
}
