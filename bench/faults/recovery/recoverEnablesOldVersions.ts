import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const recoverEnablesOldVersions: Fault = {
  id: 'recover-enables-old-versions',
  notices: 'The older versions of a recovered secret are enabled although they were disabled.',
  rules: ['RC-02', 'LS-10'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: `found.object.life = { turn: 'recovered', settlesAt: this.#settlesAt(found.object, 'recover') };`,
      replace: `for (const version of found.object.versions.slice(0, -1)) version.enabled = true;
        found.object.life = { turn: 'recovered', settlesAt: this.#settlesAt(found.object, 'recover') };`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one', enabled: false } },
      { call: 'set', slot: 0, input: { value: 'two' } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
      { call: 'listVersions', slot: 0 },
    ],
  },
};
