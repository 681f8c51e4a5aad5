import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const purgeTakesAllDeleted: Fault = {
  id: 'purge-takes-all-deleted',
  notices: 'The purge of one secret purges all that are deleted.',
  rules: ['RT-09', 'LS-03', 'PG-01'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: `found.object.life = { turn: 'purged', settlesAt: this.#settlesAt(found.object, 'purge') };`,
      replace: `for (const other of collection.all(now)) if (other.life.turn === 'deleted') collection.remove(other);
        found.object.life = { turn: 'purged', settlesAt: this.#settlesAt(found.object, 'purge') };`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 1, input: { value: 'other' } },
      { call: 'delete', slot: 1 },
      { call: 'getDeleted', slot: 1 },
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'purge', slot: 0 },
      { call: 'getDeleted', slot: 1 },
    ],
  },
};
