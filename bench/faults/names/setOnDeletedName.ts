import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const setOnDeletedName: Fault = {
  id: 'set-on-deleted-name',
  notices: 'A secret that was deleted by mistake is gone for good as soon as somebody sets its name again.',
  rules: ['NR-01', 'SD-08', 'ER-05'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: 'throw errors.nameIsDeleted(name);',
      replace: '{ collection.remove(found.object); return undefined; }',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'set', slot: 0, input: { value: 'two' } },
    ],
  },
};
