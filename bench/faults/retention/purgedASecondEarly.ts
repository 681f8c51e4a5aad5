import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const purgedASecondEarly: Fault = {
  id: 'purged-a-second-early',
  notices: 'The automatic purge comes one second early.',
  rules: ['RT-09', 'RC-04'],
  patches: [
    {
      file: 'objects/life.ts',
      find: 'now >= life.scheduledPurgeDate',
      replace: 'now >= life.scheduledPurgeDate - 1',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'getDeleted', slot: 0 },
      { advance: { slot: 0, fromScheduledPurge: -1 } },
      { call: 'getDeleted', slot: 0 },
    ],
  },
};
