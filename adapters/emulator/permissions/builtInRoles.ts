/** What a role allows. Actions may have stars. */
export interface Role {
  readonly id: string;
  readonly name: string;
  /** On the management plane. */
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  /** On the data plane. */
  readonly dataActions: readonly string[];
}

const VAULT = 'Microsoft.KeyVault/vaults';

/** What all roles of Key Vault see of the management plane. */
const VIEW: readonly string[] = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.KeyVault/checkNameAvailability/read',
  'Microsoft.KeyVault/deletedVaults/read',
  'Microsoft.KeyVault/locations/*/read',
  'Microsoft.KeyVault/vaults/*/read',
  'Microsoft.KeyVault/vaults/read',
  'Microsoft.KeyVault/operations/read',
];

function dataRole(id: string, name: string, actions: readonly string[], ...dataActions: string[]): Role {
  return { id, name, actions, notActions: [], dataActions: dataActions.map((each) => `${VAULT}/${each}`) };
}

function armRole(
  id: string,
  name: string,
  actions: readonly string[],
  notActions: readonly string[] = [],
): Role {
  return { id, name, actions, notActions, dataActions: [] };
}

/** The built-in roles that matter to vaults, as Azure defines them. */
export const BUILT_IN_ROLES: readonly Role[] = [
  armRole('8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', ['*']),
  armRole(
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
    'Contributor',
    ['*'],
    [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
    ],
  ),
  armRole('acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', ['*/read']),
  armRole('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', [
    '*/read',
    'Microsoft.Authorization/*',
  ]),
  armRole(
    'f25e0fa2-a7c8-4377-a976-54943a77a395',
    'Key Vault Contributor',
    [
      'Microsoft.Authorization/*/read',
      'Microsoft.KeyVault/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ],
    ['Microsoft.KeyVault/locations/deletedVaults/purge/action', 'Microsoft.KeyVault/managedHsms/*'],
  ),
  armRole('a68e7c17-0ab2-4c09-9a58-125dae29748c', 'Key Vault Purge Operator', [
    'Microsoft.KeyVault/locations/*/read',
    'Microsoft.KeyVault/locations/deletedVaults/purge/action',
    'Microsoft.KeyVault/deletedVaults/read',
    'Microsoft.KeyVault/operations/read',
  ]),
  armRole('8b54135c-b56d-4d72-a534-26097cfdc8d8', 'Key Vault Data Access Administrator', [
    ...VIEW,
    'Microsoft.Authorization/roleAssignments/write',
    'Microsoft.Authorization/roleAssignments/delete',
  ]),
  dataRole('00482a5a-887f-4fb3-b363-3b7fe8e74483', 'Key Vault Administrator', VIEW, '*'),
  dataRole(
    '21090545-7ca7-4776-b22c-e363652d74d2',
    'Key Vault Reader',
    VIEW,
    '*/read',
    'secrets/readMetadata/action',
  ),
  dataRole(
    'a4417e6f-fecd-4de8-b567-7b0420556985',
    'Key Vault Certificates Officer',
    VIEW,
    'certificatecas/*',
    'certificates/*',
    'certificatecontacts/write',
  ),
  dataRole(
    'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba',
    'Key Vault Certificate User',
    [],
    'certificates/read',
    'secrets/getSecret/action',
    'secrets/readMetadata/action',
    'keys/read',
  ),
  dataRole(
    '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
    'Key Vault Crypto Officer',
    VIEW,
    'keys/*',
    'keyrotationpolicies/*',
  ),
  dataRole(
    'e147488a-f6f5-4113-8e2d-b22465e65bf6',
    'Key Vault Crypto Service Encryption User',
    [],
    'keys/read',
    'keys/wrap/action',
    'keys/unwrap/action',
  ),
  dataRole(
    '08bbd89e-9f13-488c-ac41-acfcb10c90ab',
    'Key Vault Crypto Service Release User',
    [],
    'keys/release/action',
  ),
  dataRole(
    '12338af0-0e69-4776-bea7-57ae8d297424',
    'Key Vault Crypto User',
    [],
    'keys/read',
    'keys/update/action',
    'keys/backup/action',
    'keys/encrypt/action',
    'keys/decrypt/action',
    'keys/wrap/action',
    'keys/unwrap/action',
    'keys/sign/action',
    'keys/verify/action',
  ),
  dataRole('b86a8fe4-44ce-4948-aee5-eccb2c155cd7', 'Key Vault Secrets Officer', VIEW, 'secrets/*'),
  dataRole(
    '4633458b-17de-408a-b874-0445c86b69e6',
    'Key Vault Secrets User',
    [],
    'secrets/getSecret/action',
    'secrets/readMetadata/action',
  ),
];

/** The role of an id or a name, in any spelling; the id may be the end of a longer address. */
export function findRole(idOrName: string): Role | undefined {
  const wanted = (idOrName.split('/').at(-1) ?? '').toLowerCase();
  return BUILT_IN_ROLES.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
}
