import type { Fault } from '../fault.ts';
import { protectedWeek } from '../vaults.ts';

export const protectionOnlyFor90Days: Fault = {
  id: 'protection-only-for-90-days',
  notices: 'Purge protection works only in vaults that keep what is deleted for 90 days.',
  rules: ['PP-05', 'PG-02', 'ER-06'],
  patches: [
    {
      file: 'vaults/purgeProtection.ts',
      find: 'if (vault.purgeProtection) throw',
      replace: 'if (vault.purgeProtection && vault.retentionDays === 90) throw',
    },
  ],
  shortest: {
    settings: protectedWeek,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'purge', slot: 0 },
    ],
  },
};
