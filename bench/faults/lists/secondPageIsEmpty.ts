import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const secondPageIsEmpty: Fault = {
  id: 'second-page-is-empty',
  notices: 'A list shows the first 25 names alone: the page after it is empty.',
  rules: ['LS-06', 'LS-01', 'LS-02'],
  patches: [
    {
      file: 'objects/objectPages.ts',
      find: 'value: found.filter((each) => listed.shows(each))',
      replace: `value: found.filter((each) => listed.shows(each) && (list.from === '' || list.size < 25))`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      ...Array.from({ length: 26 }, (_, slot) => ({ call: 'set', slot, input: { value: 'one' } }) as const),
      { call: 'list', slot: 0 },
    ],
  },
};
