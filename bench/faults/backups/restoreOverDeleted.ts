import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const restoreOverDeleted: Fault = {
  id: 'restore-over-deleted',
  notices: 'A restore takes the place of a deleted secret, which can then not be recovered.',
  rules: ['NR-10', 'BK-04', 'LS-04'],
  patches: [
    {
      file: 'secrets/operations/restoreSecret.ts',
      find: 'if (vault.secrets.find(secret.name, now) !== undefined) {',
      replace: `const there = vault.secrets.find(secret.name, now);
  if (there?.state === 'deleted') vault.secrets.remove(there.object);
  else if (there !== undefined) {`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'backup', slot: 0 },
      { call: 'delete', slot: 0 },
      { call: 'restore', slot: 0, blob: 'last' },
    ],
  },
};
