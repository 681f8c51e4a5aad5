import { ServiceError } from '../errors/serviceError.ts';
import type { Caller } from '../identity/caller.ts';
import { isAmong } from './actionMatch.ts';
import type { RoleAssignments } from './roleAssignments.ts';

/** Whether a caller may do something on the management plane: some role of his at the scope allows it. */
export function mayManage(
  caller: Caller | undefined,
  action: string,
  scope: string,
  roles: RoleAssignments,
): boolean {
  if (caller === undefined) return true;
  return roles
    .rolesOf(caller.objectId, scope)
    .some(({ actions, notActions }) => isAmong(action, actions) && !isAmong(action, notActions));
}

/** The 403 for a caller who may not. */
export function authorizationFailed(caller: Caller | undefined, action: string, scope: string): ServiceError {
  const { appId = '', objectId = '' } = caller ?? {};
  return new ServiceError(
    403,
    'AuthorizationFailed',
    `The client '${appId}' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}
