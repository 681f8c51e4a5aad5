import type { Fault } from '../fault.ts';
import { roleVault } from '../vaults.ts';

export const purgeOperatorPurgesObjects: Fault = {
  id: 'purge-operator-purges-objects',
  notices: 'The role Key Vault Purge Operator lets its principal purge secrets, not only vaults.',
  rules: ['PM-09', 'PG-05'],
  patches: [
    {
      file: 'permissions/builtInRoles.ts',
      find: "dataRole('b86a8fe4-44ce-4948-aee5-eccb2c155cd7', 'Key Vault Secrets Officer', VIEW, 'secrets/*'),",
      replace: `dataRole('b86a8fe4-44ce-4948-aee5-eccb2c155cd7', 'Key Vault Secrets Officer', VIEW, 'secrets/*'),
  dataRole('a68e7c17-0ab2-4c09-9a58-125dae29748c', 'Key Vault Purge Operator', VIEW, 'secrets/purge/action'),`,
    },
    {
      file: 'permissions/builtInRoles.ts',
      find: "armRole('a68e7c17-0ab2-4c09-9a58-125dae29748c', 'Key Vault Purge Operator'",
      replace: "armRole('a68e7c17-0ab2-4c09-9a58-125dae29748d', 'Former Purge Operator'",
    },
  ],
  shortest: {
    settings: roleVault,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'purge', slot: 0, principal: 'purge-operator' },
    ],
  },
};
