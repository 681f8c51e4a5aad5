import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const conflictWithoutInnerCode: Fault = {
  id: 'conflict-without-inner-code',
  notices: 'A client cannot tell a deleted name from any other conflict: the 409 has no inner code.',
  rules: ['ER-05', 'NR-01', 'ER-01', 'ER-07', 'ER-08'],
  patches: [
    {
      file: 'objects/objectErrors.ts',
      find: "new ServiceError(409, 'Conflict', message, innerCode)",
      replace: "new ServiceError(409, 'Conflict', message)",
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
