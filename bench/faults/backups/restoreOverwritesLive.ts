import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const restoreOverwritesLive: Fault = {
  id: 'restore-overwrites-live',
  notices: 'A restore takes the place of a live secret.',
  rules: ['NR-10', 'BK-04'],
  patches: [
    {
      file: 'secrets/operations/restoreSecret.ts',
      find: 'if (vault.secrets.find(secret.name, now) !== undefined) {',
      replace: `const there = vault.secrets.find(secret.name, now);
  if (there?.state === 'active') vault.secrets.remove(there.object);
  else if (there !== undefined) {`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'backup', slot: 0 },
      { call: 'restore', slot: 0, blob: 'last' },
    ],
  },
};
