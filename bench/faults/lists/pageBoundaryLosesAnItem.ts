import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const pageBoundaryLosesAnItem: Fault = {
  id: 'page-boundary-loses-an-item',
  notices: 'A list that has several pages leaves out the first item of each but the first.',
  rules: ['LS-06', 'LS-01'],
  patches: [
    {
      file: 'objects/collection.ts',
      find: 'let place = this.#placeOf(from);',
      replace: "let place = this.#placeOf(from) + (from === '' ? 0 : 1);",
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'set', slot: 1, input: { value: 'other' } },
      { call: 'list', slot: 0, pageSize: 1 },
    ],
  },
};
