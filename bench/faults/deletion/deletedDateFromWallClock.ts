import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const deletedDateFromWallClock: Fault = {
  id: 'deleted-date-from-wall-clock',
  notices: 'The date of deletion is that of the machine, not that of the service.',
  rules: ['RT-08', 'RT-12'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: 'deletedDate: now,',
      replace: 'deletedDate: Math.floor(Date.now() / 1000),',
    },
    {
      file: 'objects/lifecycle.ts',
      find: 'scheduledPurgeDate: now + vault.retentionDays * DAY',
      replace: 'scheduledPurgeDate: Math.floor(Date.now() / 1000) + vault.retentionDays * DAY',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { advance: { seconds: 86_400 } },
      { call: 'delete', slot: 0 },
    ],
  },
};
