import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const recoverBringsBackAll: Fault = {
  id: 'recover-brings-back-all',
  notices: 'The recovery of one secret recovers all that are deleted.',
  rules: ['RT-09', 'DL-06', 'LS-01'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: `found.object.life = { turn: 'recovered', settlesAt: this.#settlesAt(found.object, 'recover') };`,
      replace: `for (const other of collection.all(now)) if (other.life.turn === 'deleted') other.life = { turn: 'made' };
        found.object.life = { turn: 'recovered', settlesAt: this.#settlesAt(found.object, 'recover') };`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 1, input: { value: 'other' } },
      { call: 'delete', slot: 1 },
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
      { call: 'get', slot: 1 },
    ],
  },
};
