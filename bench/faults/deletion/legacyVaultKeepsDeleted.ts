import type { Fault } from '../fault.ts';
import { legacy } from '../vaults.ts';

export const legacyVaultKeepsDeleted: Fault = {
  id: 'legacy-vault-keeps-deleted',
  notices: 'In a vault without soft delete a deleted secret can still be read.',
  rules: ['SD-06', 'NR-03', 'LS-05'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: `      collection.remove(object);
      return object;`,
      replace: '      return object;',
    },
  ],
  shortest: {
    settings: legacy,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'get', slot: 0 },
    ],
  },
};
