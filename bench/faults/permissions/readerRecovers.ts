import type { Fault } from '../fault.ts';
import { roleVault } from '../vaults.ts';

export const readerRecovers: Fault = {
  id: 'reader-recovers',
  notices: 'The role Key Vault Reader lets its principal recover secrets.',
  rules: ['PM-06', 'RC-06'],
  patches: [
    {
      file: 'permissions/builtInRoles.ts',
      find: `'*/read',
    'secrets/readMetadata/action',
  ),
  dataRole(
    'a4417e6f`,
      replace: `'*/read',
    'secrets/readMetadata/action',
    'secrets/recover/action',
  ),
  dataRole(
    'a4417e6f`,
    },
  ],
  shortest: {
    settings: roleVault,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0, principal: 'all' },
    ],
  },
};
