import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const purgedStaysListed: Fault = {
  id: 'purged-stays-listed',
  notices: 'A purged secret stays in the list of deleted ones.',
  rules: ['PG-01', 'LS-02'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: "found.object.life = { turn: 'purged'",
      replace: `Object.assign(collection, { ghost: { ...found.object } });
        found.object.life = { turn: 'purged'`,
    },
    {
      file: 'objects/objectPages.ts',
      find: 'value: found.filter((each) => listed.shows(each))',
      replace: `value: [
      ...found,
      ...[Reflect.get(collection, 'ghost') ?? []].flat().map((object) => ({ object, state: 'deleted' })),
    ].filter((each) => listed.shows(each))`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'purge', slot: 0 },
      { call: 'listDeleted', slot: 0 },
    ],
  },
};
