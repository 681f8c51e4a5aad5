import type { EmulatedService } from '../emulatedService.ts';
import { DEFAULT_PRINCIPAL, DEFAULT_TENANT } from '../identity/defaultIds.ts';
import type { AccessPolicy } from '../vaults/accessPolicy.ts';
import type { Vault } from '../vaults/vault.ts';
import type { VaultResource } from '../vaults/vaultResource.ts';
import { vaultScope } from '../vaults/vaultScope.ts';
import type { RoleAssignment } from './roleAssignments.ts';

const OBJECT_WORDS: readonly string[] = ['get', 'list', 'delete', 'backup', 'restore', 'recover', 'purge'];

/** Lets the principal that every emulator knows do everything in a vault. */
const WELCOME: readonly AccessPolicy[] = [
  {
    tenantId: DEFAULT_TENANT,
    objectId: DEFAULT_PRINCIPAL.objectId,
    permissions: {
      keys: [
        ...OBJECT_WORDS,
        'create',
        'update',
        'import',
        'encrypt',
        'decrypt',
        'wrapKey',
        'unwrapKey',
        'sign',
        'verify',
        'release',
        'rotate',
        'getrotationpolicy',
        'setrotationpolicy',
      ],
      secrets: [...OBJECT_WORDS, 'set'],
      certificates: [
        ...OBJECT_WORDS,
        'create',
        'import',
        'update',
        'managecontacts',
        'getissuers',
        'listissuers',
        'setissuers',
        'deleteissuers',
        'manageissuers',
      ],
    },
  },
];

/** Makes the principal that every emulator knows owner of everything; that opens no vault (PM-07). */
export const OWNER_OF_ALL: RoleAssignment = {
  ...assignment('00000000-0000-0000-0000-000000000005', '/', 0),
  roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
};

/**
 * Makes a vault of the options or the control API, in which the principal that every emulator knows may do everything.
 * Throws 409 when its name is taken.
 */
export function welcome(
  { vaults, groups, roles }: Pick<EmulatedService, 'vaults' | 'groups' | 'roles'>,
  resource: VaultResource,
  now: number,
): Vault {
  const vault = vaults.create({ ...resource, accessPolicies: [...WELCOME, ...resource.accessPolicies] }, now);
  groups.ensure(resource.subscriptionId, resource.resourceGroup, resource.location);
  if (resource.rbac === true) {
    roles.add(assignment('00000000-0000-0000-0000-000000000006', vaultScope(resource), now));
  }
  return vault;
}

/** That the principal that every emulator knows administers the objects of a vault. */
function assignment(name: string, scope: string, created: number): RoleAssignment {
  return {
    name,
    scope,
    roleId: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
    principalId: DEFAULT_PRINCIPAL.objectId,
    principalType: 'ServicePrincipal',
    createdBy: DEFAULT_PRINCIPAL.clientId,
    created,
  };
}
