import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const updateIgnoresVersion: Fault = {
  id: 'update-ignores-version',
  notices: 'An update of an old version changes the current one instead.',
  rules: ['LS-11', 'LS-09'],
  patches: [
    {
      file: 'secrets/operations/updateSecret.ts',
      find: 'const version = requestedVersion(secret, request, secretErrors);',
      replace:
        'const version = requestedVersion(secret, { name: request.name, version: undefined }, secretErrors);',
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
