import { badRequest } from '../../errors/badRequest.ts';
import { ServiceError } from '../../errors/serviceError.ts';
import { given, isString, section } from '../../objects/objectBody.ts';
import { BUILT_IN_ROLES, findRole, type Role } from '../../permissions/builtInRoles.ts';
import { isWithin, type RoleAssignment } from '../../permissions/roleAssignments.ts';
import { type Answer, NO_CONTENT, ok } from '../../requests/answer.ts';
import { armPage } from '../armPage.ts';
import type { ArmRequest } from '../armRequest.ts';
import { stampOf } from '../changeStamp.ts';

/** PUT {scope}/providers/Microsoft.Authorization/roleAssignments/{name}: gives a principal a role at a scope. */
export function putRoleAssignment(request: ArmRequest): Answer {
  const { service, params } = request;
  const { scope = '', name = '' } = params;
  const { roleDefinitionId, principalId, principalType } = section(request.body().properties);
  if (!isString(principalId)) throw badRequest('principalId must be the object id of a principal.');
  const role = isString(roleDefinitionId) ? findRole(roleDefinitionId) : undefined;
  if (role === undefined) {
    throw new ServiceError(
      400,
      'RoleDefinitionDoesNotExist',
      `The specified role definition '${String(roleDefinitionId)}' does not exist; the emulator has the built-in roles of vaults.`,
    );
  }
  const same = service.roles
    .all()
    .find((each) => each.scope === scope && each.roleId === role.id && each.principalId === principalId);
  if (same !== undefined && same.name !== name) {
    throw new ServiceError(409, 'RoleAssignmentExists', 'The role assignment already exists.');
  }
  const { by, at } = stampOf(request);
  const assignment: RoleAssignment = {
    name,
    scope,
    roleId: role.id,
    principalId,
    principalType: given(principalType, isString) ?? 'ServicePrincipal',
    createdBy: by,
    created: at,
  };
  service.roles.add(assignment);
  return { status: 201, body: assignmentJson(assignment) };
}

/** GET {scope}/providers/Microsoft.Authorization/roleAssignments/{name} */
export function getRoleAssignment({ service, params }: ArmRequest): Answer {
  const { scope = '', name = '' } = params;
  const assignment = service.roles.find(scope, name);
  if (assignment === undefined) {
    throw new ServiceError(404, 'RoleAssignmentNotFound', `The role assignment '${name}' is not found.`);
  }
  return ok(assignmentJson(assignment));
}

/** DELETE {scope}/providers/Microsoft.Authorization/roleAssignments/{name}: takes a role back; nothing at all is 204. */
export function deleteRoleAssignment({ service, params }: ArmRequest): Answer {
  const removed = service.roles.remove(params.scope ?? '', params.name ?? '');
  return removed === undefined ? NO_CONTENT : ok(assignmentJson(removed));
}

/** GET {scope}/providers/Microsoft.Authorization/roleAssignments: the assignments at a scope, above and beneath it; `atScope()` leaves out those beneath. */
export function listRoleAssignments(request: ArmRequest): Answer {
  const { service, params } = request;
  const { scope = '' } = params;
  const filter = request.query('$filter') ?? '';
  const principal = /(?:principalId\s+eq\s+|assignedTo\()'([^']*)'/i.exec(filter)?.[1]?.toLowerCase();
  const assignments = service.roles
    .all()
    .filter(
      (each) => isWithin(scope, each.scope) || (!/atScope\(\)/i.test(filter) && isWithin(each.scope, scope)),
    )
    .filter(({ principalId }) => principal === undefined || principalId.toLowerCase() === principal);
  const path = `${scope.slice(1)}/providers/Microsoft.Authorization/roleAssignments`;
  return armPage(request, path, assignments, assignmentJson);
}

/** GET {scope}/providers/Microsoft.Authorization/roleDefinitions: the built-in roles, or that of one name. */
export function listRoleDefinitions(request: ArmRequest): Answer {
  const name = /roleName\s+eq\s+'([^']*)'/i.exec(request.query('$filter') ?? '')?.[1]?.toLowerCase();
  const roles = BUILT_IN_ROLES.filter((role) => name === undefined || role.name.toLowerCase() === name);
  return ok({ value: roles.map(roleJson) });
}

/** GET {scope}/providers/Microsoft.Authorization/roleDefinitions/{name} */
export function getRoleDefinition({ params }: ArmRequest): Answer {
  const role = findRole(params.name ?? '');
  if (role === undefined) {
    throw new ServiceError(404, 'RoleDefinitionDoesNotExist', `There is no role '${params.name}'.`);
  }
  return ok(roleJson(role));
}

function assignmentJson({
  name,
  scope,
  roleId,
  principalId,
  principalType,
  created,
  createdBy,
}: RoleAssignment): object {
  const time = new Date(created * 1000).toISOString();
  return {
    properties: {
      roleDefinitionId: roleDefinitionId(roleId),
      principalId,
      principalType,
      scope: scope === '' ? '/' : scope,
      condition: null,
      conditionVersion: null,
      createdOn: time,
      updatedOn: time,
      createdBy,
      updatedBy: createdBy,
      delegatedManagedIdentityResourceId: null,
      description: null,
    },
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    type: 'Microsoft.Authorization/roleAssignments',
    name,
  };
}

function roleJson({ id, name, actions, notActions, dataActions }: Role): object {
  return {
    properties: {
      roleName: name,
      type: 'BuiltInRole',
      description: name,
      assignableScopes: ['/'],
      permissions: [{ actions, notActions, dataActions, notDataActions: [] }],
    },
    id: roleDefinitionId(id),
    type: 'Microsoft.Authorization/roleDefinitions',
    name: id,
  };
}

function roleDefinitionId(roleId: string): string {
  return `/providers/Microsoft.Authorization/roleDefinitions/${roleId}`;
}
