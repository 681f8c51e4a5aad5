import type { Fault } from '../fault.ts';
import { protectedPolicyVault } from '../vaults.ts';

export const protectionBeforePermission: Fault = {
  id: 'protection-before-permission',
  notices: 'Whoever may not purge is told about purge protection instead.',
  rules: ['PM-01', 'PG-05', 'ER-11'],
  patches: [
    {
      file: 'server/dataPlane.ts',
      find: '    if (note.caller !== undefined) checkDataAccess(',
      replace: `    const isProtectedPurge = vault.purgeProtection && matched.route.needsSoftDelete === 'purge';
    if (note.caller !== undefined && !isProtectedPurge) checkDataAccess(`,
    },
  ],
  shortest: {
    settings: protectedPolicyVault,
    steps: [{ call: 'purge', slot: 0, principal: 'nobody' }],
  },
};
