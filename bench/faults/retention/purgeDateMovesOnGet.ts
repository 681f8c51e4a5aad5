import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const purgeDateMovesOnGet: Fault = {
  id: 'purge-date-moves-on-get',
  notices: 'Looking at a deleted secret starts its retention interval anew.',
  rules: ['RT-11'],
  patches: [
    {
      file: 'secrets/operations/getDeletedSecret.ts',
      find: 'return ok(deletedBundle(request, secret));',
      replace: `const answer = deletedBundle(request, secret);
  Object.assign(secret.life, { scheduledPurgeDate: request.now + request.vault.retentionDays * 86_400 });
  return ok(answer);`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { advance: { seconds: 86_400 } },
      { call: 'getDeleted', slot: 0 },
      { call: 'getDeleted', slot: 0 },
    ],
  },
};
