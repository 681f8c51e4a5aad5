import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const updateMergesTags: Fault = {
  id: 'update-merges-tags',
  notices: 'An update adds tags to the former ones instead of replacing them.',
  rules: ['LS-11'],
  patches: [
    {
      file: 'objects/objectBody.ts',
      find: 'version.tags = properties.tags ?? version.tags;',
      replace: 'version.tags = properties.tags && { ...version.tags, ...properties.tags } || version.tags;',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one', tags: { a: '1' } } },
      { call: 'update', slot: 0, input: { tags: { b: '2' } } },
    ],
  },
};
