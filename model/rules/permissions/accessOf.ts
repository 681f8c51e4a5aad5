import type { Call } from '../../call.ts';
import type { TokenFault } from '../../principal.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import type { Access } from './access.ts';
import { grantOf } from './grant.ts';
import { managementAccess } from './managementAccess.ts';
import { neededPermission } from './neededPermission.ts';
import { permissionRules } from './permissionRules.ts';

/** Whether a call's caller may make it; undefined where the command names none, and the caller may do everything. */
export function accessOf(call: Call, { permissionModel }: KnownSettings): Access | undefined {
  const { command, caller } = call;
  if (caller === undefined) return undefined;
  if (caller === 'unknown') return { grant: 'unknown', rules: [], who: 'a caller of whom nothing is known' };
  if (caller.token && command.kind !== 'vault')
    return { grant: 'not let in', rules: ['ER-03'], who: TOKENS[caller.token] };
  if (command.kind === 'vault') return managementAccess(command, caller);
  const needed = neededPermission(command);
  if (!needed) return undefined;
  const grants = (permissionModel ? [permissionModel] : MODELS).map((model) => {
    const grant = grantOf(caller, needed, model);
    return {
      grant,
      rules: grant === 'unknown' ? [] : permissionRules(command, caller, needed, model, grant),
    };
  });
  const [first = { grant: 'unknown' as const, rules: [] }] = grants;
  const who = `a caller without ${needed.collection} ${needed.policy.join(' or ')}`;
  if (grants.some(({ grant }) => grant !== first.grant)) return { grant: 'unknown', rules: [], who };
  return { ...first, who };
}

const MODELS = ['access-policies', 'roles'] as const;

const TOKENS: Readonly<Record<TokenFault, string>> = {
  missing: 'a call without a token',
  expired: 'a token that has expired',
  'other-audience': 'a token for another service',
  forged: 'a token that nobody signed',
};
