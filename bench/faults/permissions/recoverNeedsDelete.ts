import type { Fault } from '../fault.ts';
import { policyVault } from '../vaults.ts';

export const recoverNeedsDelete: Fault = {
  id: 'recover-needs-delete',
  notices: 'Whoever may delete may recover too.',
  rules: ['RC-06', 'PM-01'],
  patches: [
    {
      file: 'secrets/secretRoutes.ts',
      find: "needs('recover'),",
      replace: "needs('delete', 'delete'),",
    },
  ],
  shortest: {
    settings: policyVault,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0, principal: 'deleter' },
    ],
  },
};
