import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const purgedADayLate: Fault = {
  id: 'purged-a-day-late',
  notices: 'The automatic purge comes one day late.',
  rules: ['RT-10', 'RT-14'],
  patches: [
    {
      file: 'objects/life.ts',
      find: 'now >= life.scheduledPurgeDate',
      replace: 'now >= life.scheduledPurgeDate + 86_400',
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
