import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const disabledNotPurged: Fault = {
  id: 'disabled-not-purged',
  notices: 'A secret that was disabled when it was deleted is not found by a purge.',
  rules: ['PG-01', 'PG-02'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: `if (found.object.managed) throw errors.managed('purge');`,
      replace: `if (found.object.managed) throw errors.managed('purge');
        if (found.object.versions.at(-1)?.enabled === false) throw errors.notFound(name);`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one', enabled: false } },
      { call: 'delete', slot: 0 },
      { call: 'purge', slot: 0 },
    ],
  },
};
