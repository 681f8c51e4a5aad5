import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const updateIgnoresVersion: Fault = {
  id: 'update-ignores-version',
  notices: 'An update of an old version changes the current one instead.',
  rules: ['LS-11'],
  patches: [
    {
      file: 'secrets/operations/updateSecret.ts',
      find: 'const version = requestedVersion(request, secret);',
      replace: 'const version = requestedVersion({ ...request, version: undefined }, secret);',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'set', slot: 0, input: { value: 'two' } },
      { call: 'update', slot: 0, version: 'first', input: { enabled: false } },
    ],
  },
};
