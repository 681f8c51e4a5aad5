import type { Command, Op } from '../../command.ts';
import type { Collection, PermissionModel, Principal } from '../../principal.ts';
import type { RuleId } from '../../rule.ts';
import { BROAD_ROLES, NARROW_ROLES } from './dataRoles.ts';
import { type Grant, grantOf } from './grant.ts';
import type { NeededPermission } from './neededPermission.ts';

/** What a rule on permissions is applied to. */
interface Case {
  readonly op: Op;
  readonly principal: Principal;
  readonly needed: NeededPermission;
  readonly model: PermissionModel;
}

/** Rules that hold for some callers or some operations, each with the case that it decides. */
type Rows = readonly (readonly [RuleId, (decided: Case) => boolean])[];

/** Why a caller may call, the rule of the operation first. */
const GRANTING: Rows = [
  ['DL-04', ({ op, principal }) => op === 'delete' && mayOnlyDelete(principal)],
  ['PM-01', () => true],
  ['PM-02', (decided) => otherGrant(decided) === 'denied'],
  ['PM-04', ({ op, model }) => op === 'purge' && model === 'access-policies'],
  ['PM-05', ({ op, model, principal }) => model === 'roles' && isUndoing(op) && has(principal, BROAD_ROLES)],
];

/** Why a caller may not call, the rule of the operation first. */
const DENYING: Rows = [
  ['RC-06', ({ op }) => op === 'recover'],
  ['PG-05', ({ op }) => op === 'purge'],
  ['PM-01', () => true],
  ['PM-02', (decided) => otherGrant(decided) === 'granted'],
  [
    'PM-04',
    ({ op, model, principal }) =>
      op === 'purge' && model === 'access-policies' && principal.policy !== undefined,
  ],
  ['PM-06', ({ op, model, principal }) => model === 'roles' && isLosing(op) && has(principal, NARROW_ROLES)],
  ['PM-07', ({ principal }) => has(principal, ['Owner', 'Contributor'])],
  ['PM-09', ({ op, principal }) => op === 'purge' && has(principal, ['Key Vault Purge Operator'])],
  ['PM-12', ({ principal }) => has(principal, ['Key Vault Contributor'])],
  ['PM-16', (decided) => mayElsewhere(decided)],
];

/** The rules by which a caller may call, or may not. */
export function permissionRules(
  { op }: Command,
  principal: Principal,
  needed: NeededPermission,
  model: PermissionModel,
  grant: Exclude<Grant, 'unknown'>,
): readonly RuleId[] {
  const decided = { op, principal, needed, model };
  const rows = grant === 'granted' ? GRANTING : DENYING;
  return rows.filter(([, decides]) => decides(decided)).map(([rule]) => rule);
}

/** What the model that the vault does not use would say. */
function otherGrant({ principal, needed, model }: Case): Grant {
  return grantOf(principal, needed, model === 'roles' ? 'access-policies' : 'roles');
}

/** Whether a caller may do the same in another collection, though not here. */
function mayElsewhere({ op, principal, needed, model }: Case): boolean {
  return COLLECTIONS.filter((collection) => collection !== needed.collection).some((collection) => {
    const actions = needed.actions.map((action) => action.replace(`${needed.collection}/`, `${collection}/`));
    const isShared = LIFECYCLE.includes(op);
    return isShared && grantOf(principal, { ...needed, collection, actions }, model) === 'granted';
  });
}

const COLLECTIONS: readonly Collection[] = ['secrets', 'keys', 'certificates'];

/** Operations that the permissions of all collections name alike. */
const LIFECYCLE: readonly Op[] = ['delete', 'recover', 'purge', 'backup', 'restore'];

function isUndoing(op: Op): boolean {
  return op === 'recover' || op === 'purge';
}

function isLosing(op: Op): boolean {
  return op === 'delete' || isUndoing(op);
}

function has({ roles = [] }: Principal, some: readonly string[]): boolean {
  return roles.some((role) => some.includes(role));
}

/** Whether a caller can delete in some collection and do nothing else there that deleted objects can be subject to. */
function mayOnlyDelete({ policy = {} }: Principal): boolean {
  return Object.values(policy).some((words) => words.length === 1 && words[0] === 'delete');
}
