import type { Fault } from '../fault.ts';
import { policyVault } from '../vaults.ts';

export const expiredTokensTaken: Fault = {
  id: 'expired-tokens-taken',
  notices: 'Tokens that have expired are taken.',
  rules: ['ER-03'],
  patches: [
    {
      file: 'identity/gatekeeper.ts',
      find: 'now >= claims.expires || ',
      replace: '',
    },
  ],
  shortest: {
    settings: policyVault,
    steps: [{ call: 'list', slot: 0, principal: 'token-expired' }],
  },
};
