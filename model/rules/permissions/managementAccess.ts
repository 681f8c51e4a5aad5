import type { Command } from '../../command.ts';
import type { Principal } from '../../principal.ts';
import type { RuleId } from '../../rule.ts';
import type { Access } from './access.ts';
import type { Grant } from './grant.ts';
import { managementGrant } from './managementRoles.ts';

/** What a call about vaults needs: an action, at the subscription or at the vault's resource group. */
interface NeededAction {
  readonly action: string;
  readonly at: 'subscription' | 'group';
}

const VAULTS = 'Microsoft.KeyVault/vaults';
const LOCATIONS = 'Microsoft.KeyVault/locations';

/** PM-10, PM-11, PM-13, PG-07; of the others the action is named after the call, as on all resources. */
const NEEDED: Readonly<Partial<Record<Command['op'], NeededAction>>> = {
  create: { action: `${VAULTS}/write`, at: 'group' },
  recover: { action: `${VAULTS}/write`, at: 'group' },
  update: { action: `${VAULTS}/write`, at: 'group' },
  get: { action: `${VAULTS}/read`, at: 'group' },
  delete: { action: `${VAULTS}/delete`, at: 'group' },
  getDeleted: { action: `${LOCATIONS}/deletedVaults/read`, at: 'subscription' },
  listDeleted: { action: 'Microsoft.KeyVault/deletedVaults/read', at: 'subscription' },
  purge: { action: `${LOCATIONS}/deletedVaults/purge/action`, at: 'subscription' },
  getPurgeResult: { action: `${LOCATIONS}/operationResults/read`, at: 'subscription' },
};

/** Whether a caller may make a call about vaults. Of calls that no source speaks of, nothing is known. */
export function managementAccess(command: Command, caller: Principal): Access {
  const needed = NEEDED[command.op];
  if (!needed) return { grant: 'unknown', rules: [], who: 'a caller who may lack a right' };
  const grant = grantAt(command, caller, needed);
  const who = `a caller without ${needed.action}`;
  return { grant, rules: grant === 'unknown' ? [] : managementRules(command, caller, grant), who };
}

function grantAt({ scope }: Command, { roles = [], group }: Principal, { action, at }: NeededAction): Grant {
  // PM-10: what is needed at the subscription is not given by a role at a group.
  const isThere = group === undefined || (at === 'group' && scope?.resourceGroup === group);
  const grants = isThere ? roles.map((role) => managementGrant(role, action)) : [];
  if (grants.includes('granted')) return 'granted';
  return grants.includes('unknown') ? 'unknown' : 'denied';
}

/** The rules by which a caller may make a call about vaults, or may not: the rule of the call first. */
function managementRules(
  { op }: Command,
  { roles = [] }: Principal,
  grant: Exclude<Grant, 'unknown'>,
): readonly RuleId[] {
  const isDenied = grant === 'denied';
  const rules: RuleId[] = [];
  if (op === 'purge') rules.push('PM-10', ...(isDenied ? (['PG-05'] as const) : []));
  if (op === 'recover') rules.push('PM-11');
  if (op === 'getDeleted' || op === 'listDeleted')
    rules.push(...(isDenied ? (['LS-08'] as const) : []), 'PM-13');
  if (op === 'getPurgeResult') rules.push('PG-07');
  if (op === 'purge' && roles.includes('Key Vault Purge Operator')) rules.push('PM-09');
  const isContributor = roles.includes('Key Vault Contributor');
  if (isContributor && (op === 'purge' || op === 'recover' || op === 'delete')) rules.push('PM-12');
  return rules;
}
