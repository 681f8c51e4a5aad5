import type { Fault } from '../fault.ts';
import { protectedWeek } from '../vaults.ts';

export const ninetyDaysAlways: Fault = {
  id: 'ninety-days-always',
  notices: 'What is deleted is kept for 90 days, whatever the vault was made with.',
  rules: ['RT-06', 'RT-02', 'RT-05'],
  patches: [
    { file: 'objects/lifecycle.ts', find: 'now + vault.retentionDays * DAY', replace: 'now + 90 * DAY' },
  ],
  shortest: {
    settings: protectedWeek,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
    ],
  },
};
