import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const purgeOfLiveDestroys: Fault = {
  id: 'purge-of-live-destroys',
  notices: 'A purge of a secret that is not deleted is refused, and destroys it all the same.',
  rules: ['PG-03', 'SD-08', 'ER-02', 'LS-10', 'DL-01'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: `switch (found?.state) {
      case 'deleted':
        if (found.object.managed) throw errors.managed('purge');
        found.object.life = { turn: 'purged'`,
      replace: `if (found?.state === 'active') collection.remove(found.object);
    switch (found?.state) {
      case 'deleted':
        if (found.object.managed) throw errors.managed('purge');
        found.object.life = { turn: 'purged'`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'purge', slot: 0 },
      { call: 'get', slot: 0 },
    ],
  },
};
