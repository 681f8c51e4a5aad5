import type { Grant } from './grant.ts';

/** What a role allows on the management plane; stars stand for anything. */
interface ManagementRole {
  readonly actions: readonly string[];
  readonly notActions?: readonly string[];
}

/** PM-09 to PM-12: the roles that are made for managing vaults. */
const MANAGEMENT_ROLES: ReadonlyMap<string, ManagementRole> = new Map([
  ['Owner', { actions: ['*'] }],
  // What it may not concerns the rights of others.
  ['Contributor', { actions: ['*'] }],
  ['Reader', { actions: ['*/read'] }],
  [
    'Key Vault Contributor',
    {
      actions: ['Microsoft.KeyVault/*'],
      notActions: ['Microsoft.KeyVault/locations/deletedVaults/purge/action'],
    },
  ],
  ['Key Vault Purge Operator', { actions: ['Microsoft.KeyVault/locations/deletedVaults/purge/action'] }],
]);

/** Whether a role allows an action on the management plane. What roles of data may look at there no source tells. */
export function managementGrant(role: string, action: string): Grant {
  const { actions = [], notActions = [] } = MANAGEMENT_ROLES.get(role) ?? {};
  const may = covers(actions, action) && !covers(notActions, action);
  if (may) return 'granted';
  const isWide = role === 'Owner' || role === 'Contributor' || role === 'Reader';
  return action.endsWith('/read') && !isWide ? 'unknown' : 'denied';
}

function covers(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => {
    const [start = '', end] = pattern.split('*');
    return end === undefined ? action === pattern : action.startsWith(start) && action.endsWith(end);
  });
}
