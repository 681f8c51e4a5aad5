import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const deletedListEndsAfterAPage: Fault = {
  id: 'deleted-list-ends-after-a-page',
  notices: 'The list of deleted secrets ends after its first page.',
  rules: ['LS-02', 'LS-06', 'RT-09'],
  patches: [
    {
      file: 'objects/objectPages.ts',
      find: 'nextLink: next === undefined ? null : list.linkTo(next),',
      replace: 'nextLink: next === undefined || path === kind.deletedCollection ? null : list.linkTo(next),',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'set', slot: 1, input: { value: 'other' } },
      { call: 'delete', slot: 1 },
      { call: 'getDeleted', slot: 1 },
      { call: 'listDeleted', slot: 0, pageSize: 1 },
    ],
  },
};
