import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const nameReservedAfterPurge: Fault = {
  id: 'name-reserved-after-purge',
  notices: 'The name of a purged secret stays reserved for ever.',
  rules: ['NR-03', 'NR-09', 'PG-01', 'AS-01', 'AS-03', 'AS-05'],
  patches: [
    {
      file: 'objects/life.ts',
      find: "return now >= life.settlesAt ? 'gone' : 'purging';",
      replace: "return 'purging';",
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'purge', slot: 0 },
      { settle: { slot: 0 } },
      { call: 'set', slot: 0, input: { value: 'two' } },
    ],
  },
};
