import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const updateEnables: Fault = {
  id: 'update-enables',
  notices: 'A change of its tags enables a secret that is disabled.',
  rules: ['LS-11'],
  patches: [
    {
      file: 'objects/objectBody.ts',
      find: 'properties.enabled ?? version.enabled;',
      replace: 'properties.enabled ?? true;',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one', enabled: false } },
      { call: 'update', slot: 0, version: 'latest', input: { tags: { a: '1' } } },
    ],
  },
};
