import type { Fault } from '../fault.ts';
import { protectedWeek } from '../vaults.ts';

export const purgeIgnoresProtection: Fault = {
  id: 'purge-ignores-protection',
  notices: 'Purge protection does not keep anybody from purging.',
  rules: ['PP-05', 'PG-02', 'ER-06'],
  patches: [
    {
      file: 'vaults/purgeProtection.ts',
      find: "if (vault.purgeProtection) throw refusal(vault, 'purge protection is enabled for this vault');",
      replace: '',
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
