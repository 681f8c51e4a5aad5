import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const versionPageLosesAnItem: Fault = {
  id: 'version-page-loses-an-item',
  notices: 'A list of versions that has several pages leaves out the first version of each but the first.',
  rules: ['LS-06', 'LS-09'],
  patches: [
    {
      file: 'objects/objectPages.ts',
      find: 'id >= list.from',
      replace: "(list.from === '' || id > list.from)",
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'set', slot: 0, input: { value: 'two' } },
      { call: 'listVersions', slot: 0, pageSize: 1 },
    ],
  },
};
