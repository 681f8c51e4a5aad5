import { ServiceError } from '../errors/serviceError.ts';
import type { Caller } from '../identity/caller.ts';
import { issuerOf } from '../identity/tokens.ts';
import type { NeededPermission } from '../requests/route.ts';
import type { Vault } from '../vaults/vault.ts';
import { vaultScope } from '../vaults/vaultScope.ts';
import { isAmong } from './actionMatch.ts';
import type { RoleAssignments } from './roleAssignments.ts';

/**
 * Throws 403 unless a caller may do what it asks for in a vault: by the vault's access policies, or by roles where the
 * vault is opened by roles, never by both (PM-02). No permission implies another (PM-01).
 */
export function checkDataAccess(
  caller: Caller,
  vault: Vault,
  needs: NeededPermission,
  roles: RoleAssignments,
): void {
  if (vault.resource.rbac === true) checkRoles(caller, vault, needs, roles);
  else checkPolicies(caller, vault, needs);
}

function checkRoles(caller: Caller, vault: Vault, needs: NeededPermission, roles: RoleAssignments): void {
  const action = `Microsoft.KeyVault/vaults/${needs.action}`;
  const scope = vaultScope(vault.resource);
  const granted = roles
    .rolesOf(caller.objectId, scope)
    .some(({ dataActions }) => isAmong(action, dataActions));
  if (granted) return;
  throw forbidden(
    'ForbiddenByRbac',
    `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: ${describe(caller)}\r\nAction: '${action}'\r\nResource: '${scope.toLowerCase()}/${needs.kind}'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: null \r\nVault: ${vault.name};location=${vault.location}\r\n`,
  );
}

function checkPolicies(caller: Caller, vault: Vault, needs: NeededPermission): void {
  const own = vault.resource.accessPolicies.filter(
    ({ objectId, applicationId }) =>
      objectId.toLowerCase() === caller.objectId &&
      (applicationId === undefined ||
        isNobody(applicationId) ||
        applicationId.toLowerCase() === caller.appId),
  );
  if (own.length === 0) {
    throw forbidden(
      'AccessDenied',
      `Access denied. Caller was not found on any access policy.\r\nCaller: ${describe(caller)}\r\nVault: ${vault.name};location=${vault.location}`,
    );
  }
  const words = typeof needs.policy === 'string' ? [needs.policy] : needs.policy;
  const given = own
    .flatMap(({ permissions }) => permissions[needs.kind] ?? [])
    .map((word) => word.toLowerCase());
  if (words.some((word) => isGiven(word.toLowerCase(), given))) return;
  throw forbidden(
    'ForbiddenByPolicy',
    `The user, group or application '${describe(caller)}' does not have ${needs.kind} ${words[0]} permission on key vault '${vault.name};location=${vault.location}'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287`,
  );
}

/** `all` is everything but purge, which has to be given by its own name (PM-04). */
function isGiven(word: string, given: readonly string[]): boolean {
  return given.includes(word) || (word !== 'purge' && given.includes('all'));
}

/** The application id that clients send when they mean none. */
function isNobody(applicationId: string): boolean {
  return /^[0-]*$/.test(applicationId);
}

function describe({ appId, objectId, tenantId }: Caller): string {
  return `appid=${appId};oid=${objectId};iss=${issuerOf(tenantId)}`;
}

function forbidden(innerCode: string, message: string): ServiceError {
  return new ServiceError(403, 'Forbidden', message, innerCode);
}
