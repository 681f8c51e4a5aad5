import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const caseSensitiveNames: Fault = {
  id: 'case-sensitive-names',
  notices: 'A secret is not found when its name is written in other letters.',
  rules: ['NR-04'],
  patches: [
    { file: 'objects/collection.ts', find: 'const key = name.toLowerCase();', replace: 'const key = name;' },
    {
      file: 'objects/collection.ts',
      find: 'const key = object.name.toLowerCase();',
      replace: 'const key = object.name;',
    },
    {
      file: 'objects/collection.ts',
      find: 'this.#forget(object.name.toLowerCase());',
      replace: 'this.#forget(object.name);',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'get', slot: 0, spelling: 'other-case' },
    ],
  },
};
