import { randomUUID } from 'node:crypto';
import type { EmulatedService } from '../emulatedService.ts';
import { DEFAULT_PRINCIPAL } from '../identity/defaultIds.ts';
import type { PrincipalDefinition } from '../identity/principalDefinition.ts';
import type { Principal } from '../identity/principals.ts';
import { findRole } from './builtInRoles.ts';

/**
 * Makes a principal with its roles. Throws 409 when its client id or its object id is taken.
 * @param now Unix seconds.
 */
export function addPrincipal(
  { principals, roles }: Pick<EmulatedService, 'principals' | 'roles'>,
  definition: PrincipalDefinition,
  now: number,
): Principal {
  const principal = principals.add(definition);
  for (const { role, scope = '/' } of definition.roles ?? []) {
    const roleId = findRole(role)?.id;
    if (roleId === undefined) continue;
    roles.add({
      name: randomUUID(),
      scope: scope === '/' ? '/' : scope.replace(/\/+$/, ''),
      roleId,
      principalId: principal.objectId,
      principalType: 'ServicePrincipal',
      createdBy: DEFAULT_PRINCIPAL.clientId,
      created: now,
    });
  }
  return principal;
}
