import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const restoredIsDeletedForGood: Fault = {
  id: 'restored-is-deleted-for-good',
  notices: 'The deletion of a restored secret is final.',
  rules: ['SD-08', 'DL-01', 'DL-02', 'RT-13', 'BK-03'],
  patches: [
    {
      file: 'backups/objectBackup.ts',
      find: `life: { turn: 'made' }, transitions: 0 };`,
      replace: `life: { turn: 'made' }, transitions: -1 };`,
    },
    {
      file: 'objects/lifecycle.ts',
      find: 'if (!vault.softDelete) {',
      replace: 'if (!vault.softDelete || object.transitions === -1) {',
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'backup', slot: 0 },
      { call: 'delete', slot: 0 },
      { call: 'purge', slot: 0 },
      { call: 'restore', slot: 0, blob: 'last' },
      { call: 'delete', slot: 0 },
    ],
  },
};
