import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const thirdRecoverLoses: Fault = {
  id: 'third-recover-loses',
  notices: 'A secret that is recovered for the third time is lost.',
  rules: ['RC-01', 'SD-08', 'AS-01', 'AS-03'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: "found.object.life = { turn: 'recovered'",
      replace: `if (found.object.transitions === 5) collection.remove(found.object);
        found.object.life = { turn: 'recovered'`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
      { settle: { slot: 0 } },
      { call: 'get', slot: 0 },
    ],
  },
};
