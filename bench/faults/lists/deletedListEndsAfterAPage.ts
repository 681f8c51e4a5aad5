import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const deletedListEndsAfterAPage: Fault = {
  id: 'deleted-list-ends-after-a-page',
  notices: 'The list of deleted secrets ends after its first page.',
  rules: ['LS-02', 'LS-06', 'RT-09'],
  patches: [
    {
      file: 'secrets/secretPage.ts',
      find: 'nextLink: next === undefined',
      replace: "nextLink: next === undefined || shown === 'deleted'",
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'set', slot: 1, input: { value: 'other' } },
      { call: 'delete', slot: 0 },
      { call: 'delete', slot: 1 },
      { settle: { slot: 0 } },
      { call: 'listDeleted', slot: 0, pageSize: 1 },
    ],
  },
};
