import type { Fault } from '../fault.ts';
import { legacy } from '../vaults.ts';

export const restoreMakesNewDates: Fault = {
  id: 'restore-makes-new-dates',
  notices: 'A restored secret is as if it had been made when it was restored.',
  rules: ['BK-03'],
  patches: [
    {
      file: 'secrets/operations/restoreSecret.ts',
      find: 'vault.secrets.add(secret);',
      replace: `for (const version of secret.versions) Object.assign(version, { created: now, updated: now });
  vault.secrets.add(secret);`,
    },
  ],
  shortest: {
    settings: legacy,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'backup', slot: 0 },
      { advance: { seconds: 86_400 } },
      { call: 'delete', slot: 0 },
      { call: 'restore', slot: 0, blob: 'last' },
    ],
  },
};
