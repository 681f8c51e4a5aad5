import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const expiredSecretUnreadable: Fault = {
  id: 'expired-secret-unreadable',
  notices: 'A secret that has expired is not found.',
  rules: ['LS-10'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: `if (found?.state !== 'active') throw errors.notFound(name);`,
      replace: `if (found?.state !== 'active' || (found.object.versions.at(-1)?.expires ?? now) < now)
      throw errors.notFound(name);`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one', exp: 1_100_000_000 } },
      { call: 'get', slot: 0 },
    ],
  },
};
