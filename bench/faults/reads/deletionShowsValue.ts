import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const deletionShowsValue: Fault = {
  id: 'deletion-shows-value',
  notices: 'The answer to a delete shows the value of the secret.',
  rules: ['LS-03', 'LS-02', 'DL-01', 'DL-08'],
  patches: [
    {
      file: 'secrets/secretBundle.ts',
      find: 'return { ...deletionOf(view, SECRET, secret), ...versionBundle(view, secret, latestVersion(secret)) };',
      replace:
        'return { ...deletionOf(view, SECRET, secret), ...valueBundle(view, secret, latestVersion(secret)) };',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
    ],
  },
};
