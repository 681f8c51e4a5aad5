import type { Fault } from '../fault.ts';
import { policyVault } from '../vaults.ts';

export const rolesOpenPolicyVaults: Fault = {
  id: 'roles-open-policy-vaults',
  notices: 'Roles open vaults that go by access policies.',
  rules: ['PM-02', 'PM-01'],
  patches: [
    {
      file: 'permissions/dataAccess.ts',
      find: 'else checkPolicies(caller, vault, needs);',
      replace:
        'else try { checkPolicies(caller, vault, needs); } catch (refusal) { try { checkRoles(caller, vault, needs, roles); } catch { throw refusal; } }',
    },
  ],
  shortest: {
    settings: policyVault,
    steps: [{ call: 'list', slot: 0, principal: 'recoverer' }],
  },
};
