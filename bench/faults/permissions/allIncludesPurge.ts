import type { Fault } from '../fault.ts';
import { policyVault } from '../vaults.ts';

export const allIncludesPurge: Fault = {
  id: 'all-includes-purge',
  notices: 'An access policy that says "all" lets its principal purge.',
  rules: ['PM-04', 'PG-05'],
  patches: [
    {
      file: 'permissions/dataAccess.ts',
      find: "(word !== 'purge' && given.includes('all'))",
      replace: "given.includes('all')",
    },
  ],
  shortest: {
    settings: policyVault,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'purge', slot: 0, principal: 'all' },
    ],
  },
};
