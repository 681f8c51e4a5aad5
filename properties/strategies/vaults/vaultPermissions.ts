import type { Principals } from '../../../model/principal.ts';
import type { Step } from '../../steps/step.ts';
import type { VaultCall } from '../../steps/vaults/vaultStep.ts';
import type { Strategy } from '../strategy.ts';
import { vaultProposal } from './vaultProposal.ts';
import { about, newVault, SETTLED, secret } from './vaultSteps.ts';

/** What callers try while a vault is there, and while it is deleted; what may end it comes last. */
const ON_LIVE: readonly VaultCall[] = ['get', 'update', 'delete'];
const ON_DELETED: readonly VaultCall[] = ['getDeleted', 'listDeleted', 'recover'];

/**
 * Sequences in which callers of the management plane try what they may and what they may not (PM-09 to PM-13, LS-08): one
 * for each caller, and again under purge protection, where it is who asks that must be refused first (PP-08).
 */
export function vaultPermissions(principals: Principals): Strategy {
  const callers = Object.entries(principals).flatMap(([name, { token, roles = [] }]) =>
    token === undefined && (isManager(roles) || roles.length === 0) ? [name] : [],
  );
  const stories = [false, true].flatMap((isProtected) => callers.map((caller) => story(caller, isProtected)));
  let told = 0;
  return {
    name: 'permissions',
    kind: 'vault',
    propose: () => {
      const steps = stories[told++];
      return steps && vaultProposal(steps);
    },
  };
}

/** Roles that are given for vaults as a whole; what roles of data may see of vaults no source tells. */
function isManager(roles: readonly string[]): boolean {
  return roles.some((role) => MANAGERS.includes(role));
}

const MANAGERS = ['Owner', 'Contributor', 'Reader', 'Key Vault Contributor', 'Key Vault Purge Operator'];

function story(principal: string, isProtected: boolean): readonly Step[] {
  const by = (calls: readonly VaultCall[]): readonly Step[] =>
    calls.map((call) =>
      about(call, { principal, ...(call === 'update' && { input: { tags: { by: 'it' } } }) }),
    );
  return [
    ...newVault({ softDeleteRetentionInDays: 7, ...(isProtected && { enablePurgeProtection: true }) }),
    secret(1),
    ...by(ON_LIVE),
    about('delete'),
    about('getDeleted'),
    ...by(ON_DELETED),
    // Who may, has recovered it.
    about('delete'),
    ...by(['purge']),
    about('getDeleted'),
    ...by(['getPurgeResult']),
    SETTLED,
    ...by(['create']),
    about('get'),
  ];
}
