import type { Fault } from '../fault.ts';
import { legacy } from '../vaults.ts';

export const backupOnlyLatestVersion: Fault = {
  id: 'backup-only-latest-version',
  notices: 'A backup holds nothing but the latest version.',
  rules: ['BK-01', 'BK-03', 'LS-06'],
  patches: [
    {
      file: 'secrets/operations/backupSecret.ts',
      find: 'sealObject(request, SECRET, secret)',
      replace: 'sealObject(request, SECRET, { ...secret, versions: secret.versions.slice(-1) })',
    },
  ],
  shortest: {
    settings: legacy,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'set', slot: 0, input: { value: 'two' } },
      { call: 'backup', slot: 0 },
      { call: 'delete', slot: 0 },
      { call: 'restore', slot: 0, blob: 'last' },
      { call: 'listVersions', slot: 0 },
    ],
  },
};
