import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const deletedReadableAfterPurge: Fault = {
  id: 'deleted-readable-after-purge',
  notices: 'A purged secret can still be read among the deleted ones.',
  rules: ['PG-01', 'RC-05'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: "found.object.life = { turn: 'purged'",
      replace: `Object.assign(collection, { ghost: { ...found.object } });
        found.object.life = { turn: 'purged'`,
    },
    {
      file: 'objects/lifecycle.ts',
      find: "if (found?.state !== 'deleted') throw errors.deletedNotFound(name);",
      replace: `const ghost = Reflect.get(collection, 'ghost');
    if (ghost?.name === name) return ghost;
    if (found?.state !== 'deleted') throw errors.deletedNotFound(name);`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'purge', slot: 0 },
      { call: 'getDeleted', slot: 0 },
    ],
  },
};
