import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const oldVersionsForgottenAfterADay: Fault = {
  id: 'old-versions-forgotten-after-a-day',
  notices: 'What is recovered more than a day after its deletion has only its latest version.',
  rules: ['RC-01', 'RC-02', 'LS-06'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: `found.object.life = { turn: 'recovered', settlesAt: this.#settlesAt(found.object, 'recover') };`,
      replace: `if (found.object.life.turn === 'deleted' && now > found.object.life.deletedDate + DAY)
          found.object.versions.splice(0, found.object.versions.length - 1);
        found.object.life = { turn: 'recovered', settlesAt: this.#settlesAt(found.object, 'recover') };`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'set', slot: 0, input: { value: 'two' } },
      { call: 'delete', slot: 0 },
      { advance: { seconds: 2 * 86_400 } },
      { call: 'recover', slot: 0 },
      { call: 'listVersions', slot: 0 },
    ],
  },
};
