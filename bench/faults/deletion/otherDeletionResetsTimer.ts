import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const otherDeletionResetsTimer: Fault = {
  id: 'other-deletion-resets-timer',
  notices: 'Deleting one secret starts the retention interval of all deleted secrets anew.',
  rules: ['RT-11'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: "const object = this.changeable(name, 'delete');",
      replace: `const object = this.changeable(name, 'delete');
    for (const { life } of collection.all(now)) {
      if (life.turn === 'deleted') Object.assign(life, { deletedDate: now, scheduledPurgeDate: now + vault.retentionDays * DAY });
    }`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'set', slot: 1, input: { value: 'other' } },
      { call: 'delete', slot: 0 },
      { advance: { seconds: 86_400 } },
      { call: 'delete', slot: 1 },
      { call: 'getDeleted', slot: 0 },
    ],
  },
};
