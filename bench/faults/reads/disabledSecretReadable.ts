import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const disabledSecretReadable: Fault = {
  id: 'disabled-secret-readable',
  notices: 'The value of a disabled secret is handed out.',
  rules: ['ER-10'],
  patches: [
    {
      file: 'secrets/operations/getSecret.ts',
      find: 'if (!version.enabled) throw secretErrors.disabled();',
      replace: '',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one', enabled: false } },
      { call: 'get', slot: 0 },
    ],
  },
};
