import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const listShowsDeleted: Fault = {
  id: 'list-shows-deleted',
  notices: 'The list of secrets shows deleted ones too.',
  rules: ['LS-01'],
  patches: [
    {
      file: 'secrets/operations/listSecrets.ts',
      find: "state === 'active'",
      replace: "state === 'active' || state === 'deleted'",
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'list', slot: 0 },
    ],
  },
};
