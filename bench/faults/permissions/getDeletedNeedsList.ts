import type { Fault } from '../fault.ts';
import { policyVault } from '../vaults.ts';

export const getDeletedNeedsList: Fault = {
  id: 'get-deleted-needs-list',
  notices: 'Whoever may list secrets may read deleted ones, and whoever may read them may not.',
  rules: ['PM-01'],
  patches: [
    {
      file: 'secrets/secretRoutes.ts',
      find: "'SecretGetDeleted', GET,",
      replace: "'SecretGetDeleted', LIST,",
    },
  ],
  shortest: {
    settings: policyVault,
    steps: [{ call: 'getDeleted', slot: 0, principal: 'getter' }],
  },
};
