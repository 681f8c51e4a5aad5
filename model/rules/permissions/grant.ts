import type { PermissionModel, Principal } from '../../principal.ts';
import { roleAllows } from './dataRoles.ts';
import type { NeededPermission } from './neededPermission.ts';

/** Whether a caller may call: no source decides for `'unknown'`. */
export type Grant = 'granted' | 'denied' | 'unknown';

/** PM-02: by the vault's policies or by roles, whichever the vault uses, and never by the other. */
export function grantOf(principal: Principal, needed: NeededPermission, model: PermissionModel): Grant {
  return model === 'roles' ? byRoles(principal, needed) : byPolicy(principal, needed);
}

function byRoles({ roles = [] }: Principal, { actions }: NeededPermission): Grant {
  return some(actions, (action) => roles.some((role) => roleAllows(role, action)));
}

/** PM-04: `all` is everything but purge, which has to be listed by its own name. */
function byPolicy({ policy }: Principal, { collection, policy: words }: NeededPermission): Grant {
  const given = (policy?.[collection] ?? []).map((word) => word.toLowerCase());
  const hasAll = given.includes('all');
  return some(words, (word) => given.includes(word) || (hasAll && word !== 'purge'));
}

function some(alternatives: readonly string[], has: (alternative: string) => boolean): Grant {
  const held = alternatives.filter(has).length;
  if (held === alternatives.length) return 'granted';
  return held === 0 ? 'denied' : 'unknown';
}
