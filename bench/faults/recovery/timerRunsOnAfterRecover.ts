import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const timerRunsOnAfterRecover: Fault = {
  id: 'timer-runs-on-after-recover',
  notices: 'A secret that was recovered and is deleted again is purged at the end of its first interval.',
  rules: ['RT-12', 'RT-06', 'RT-09'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: 'scheduledPurgeDate: now + vault.retentionDays * DAY',
      replace:
        "scheduledPurgeDate: Object.assign(object, { first: Reflect.get(object, 'first') ?? now }).first + vault.retentionDays * DAY",
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { settle: { slot: 0 } },
      { call: 'recover', slot: 0 },
      { call: 'delete', slot: 0 },
    ],
  },
};
