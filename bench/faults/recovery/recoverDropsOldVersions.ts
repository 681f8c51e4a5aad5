import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const recoverDropsOldVersions: Fault = {
  id: 'recover-drops-old-versions',
  notices: 'After a recover only the latest version of a secret is left.',
  rules: ['RC-01', 'RC-02', 'LS-06'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: "found.object.life = { turn: 'recovered'",
      replace: `found.object.versions.splice(0, found.object.versions.length - 1);
        found.object.life = { turn: 'recovered'`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'set', slot: 0, input: { value: 'two' } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
      { call: 'listVersions', slot: 0 },
    ],
  },
};
