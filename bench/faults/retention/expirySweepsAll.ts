import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const expirySweepsAll: Fault = {
  id: 'expiry-sweeps-all',
  notices: 'When the interval of one deleted secret ends, all deleted secrets of the vault are purged.',
  rules: ['RT-09', 'RC-04'],
  patches: [
    {
      file: 'objects/collection.ts',
      find: 'const object = this.#objects.get(key);',
      replace: `const deleted = [...this.#objects.values()].filter(({ life }) => life.turn === 'deleted');
    if (deleted.some(({ life }) => stateAt(life, now) === 'gone')) deleted.forEach((one) => this.remove(one));
    const object = this.#objects.get(key);`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { advance: { seconds: 86_400 } },
      { call: 'set', slot: 1, input: { value: 'other' } },
      { call: 'delete', slot: 1 },
      { call: 'getDeleted', slot: 1 },
      { advance: { slot: 0, fromScheduledPurge: 0 } },
      { call: 'getDeleted', slot: 1 },
    ],
  },
};
