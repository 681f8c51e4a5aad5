import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const secondDeleteRestartsTimer: Fault = {
  id: 'second-delete-restarts-timer',
  notices: 'A second delete is refused, but starts the retention interval anew.',
  rules: ['RT-11', 'DL-03', 'ER-02'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: "const object = this.changeable(name, 'delete');",
      replace: `const again = collection.find(name, now);
    if (again?.state === 'deleted') {
      Object.assign(again.object.life, { deletedDate: now, scheduledPurgeDate: now + vault.retentionDays * DAY });
    }
    const object = this.changeable(name, 'delete');`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { advance: { seconds: 86_400 } },
      { call: 'delete', slot: 0 },
      { call: 'getDeleted', slot: 0 },
    ],
  },
};
