import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const purgedOnlyWhenListed: Fault = {
  id: 'purged-only-when-listed',
  notices: 'What is past its retention interval stays until somebody lists secrets.',
  rules: ['RT-10', 'RT-14'],
  patches: [
    {
      file: 'objects/collection.ts',
      find: 'const state = stateAt(object.life, now);',
      replace: `const isKept = object.life.turn === 'deleted' && !Reflect.has(object, 'swept');
    const state = stateAt(isKept ? { ...object.life, scheduledPurgeDate: Number.POSITIVE_INFINITY } : object.life, now);`,
    },
    {
      file: 'objects/collection.ts',
      find: 'const found: FoundObject<Kept>[] = [];',
      replace: `for (const object of this.#objects.values()) {
      if (stateAt(object.life, now) === 'gone') Reflect.set(object, 'swept', true);
    }
    const found: FoundObject<Kept>[] = [];`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { advance: { slot: 0, fromScheduledPurge: 3603 } },
      { call: 'getDeleted', slot: 0 },
    ],
  },
};
