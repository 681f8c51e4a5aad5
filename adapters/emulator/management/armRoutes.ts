import type { ArmOperation } from './armRequest.ts';
import type { ArmRoute } from './armRoute.ts';
import {
  getDeletedVault,
  getOperationResult,
  listDeletedVaults,
  purgeDeletedVault,
} from './deletedVaults/deletedVaultOperations.ts';
import {
  deleteEventSubscription,
  getEventSubscription,
  listEventSubscriptions,
  putEventSubscription,
} from './events/eventSubscriptionOperations.ts';
import { deleteGroup, getGroup, headGroup, listGroups, putGroup } from './groups/groupOperations.ts';
import {
  deleteRoleAssignment,
  getRoleAssignment,
  getRoleDefinition,
  listRoleAssignments,
  listRoleDefinitions,
  putRoleAssignment,
} from './roles/roleOperations.ts';
import {
  emptyList,
  getProvider,
  getSubscription,
  listSubscriptions,
  listTenants,
  refuseObjectDeletion,
} from './subscriptionOperations.ts';
import { checkNameAvailability } from './vaults/checkNameAvailability.ts';
import { listResources, listVaultsOfGroup, listVaultsOfSubscription } from './vaults/listVaults.ts';
import { putVault } from './vaults/putVault.ts';
import { updateAccessPolicies } from './vaults/updateAccessPolicies.ts';
import { deleteVault, getVault, patchVault } from './vaults/vaultOperations.ts';

type Row = readonly [call: string, operation: ArmOperation, action?: string, audit?: string];

const SUBSCRIPTION = 'subscriptions/{subscription}';
const GROUPS = `${SUBSCRIPTION}/resourceGroups`;
const GROUP = `${GROUPS}/{group}`;
const PROVIDER = 'providers/Microsoft.KeyVault';
const VAULTS = `${GROUP}/${PROVIDER}/vaults`;
const VAULT = `${VAULTS}/{name}`;
const LOCATION = `${SUBSCRIPTION}/${PROVIDER}/locations/{location}`;
const DELETED = `${LOCATION}/deletedVaults/{name}`;
const EVENTS = `${VAULT}/providers/Microsoft.EventGrid/eventSubscriptions`;
const AUTHORIZATION = '{scope...}/providers/Microsoft.Authorization';

const GROUP_ACTION = 'Microsoft.Resources/subscriptions/resourceGroups';
const VAULT_ACTION = 'Microsoft.KeyVault/vaults';
const ROLE_ACTION = 'Microsoft.Authorization/roleAssignments';
const EVENT_ACTION = 'Microsoft.EventGrid/eventSubscriptions';
const PURGE_ACTION = 'Microsoft.KeyVault/locations/deletedVaults/purge/action';

const ROWS: readonly Row[] = [
  ['GET tenants', listTenants],
  ['GET subscriptions', listSubscriptions],
  [`GET ${SUBSCRIPTION}`, getSubscription],
  [`GET ${SUBSCRIPTION}/locations`, emptyList],
  [`GET ${SUBSCRIPTION}/resources`, listResources],
  [`GET ${SUBSCRIPTION}/${PROVIDER}`, getProvider],
  [`GET ${GROUPS}`, listGroups, `${GROUP_ACTION}/read`],
  [`PUT ${GROUP}`, putGroup, `${GROUP_ACTION}/write`],
  [`GET ${GROUP}`, getGroup, `${GROUP_ACTION}/read`],
  [`HEAD ${GROUP}`, headGroup, `${GROUP_ACTION}/read`],
  [`DELETE ${GROUP}`, deleteGroup, `${GROUP_ACTION}/delete`],
  [`GET ${VAULTS}`, listVaultsOfGroup, `${VAULT_ACTION}/read`],
  [`GET ${SUBSCRIPTION}/${PROVIDER}/vaults`, listVaultsOfSubscription],
  [`PUT ${VAULT}`, putVault, `${VAULT_ACTION}/write`, 'VaultPut'],
  [`PATCH ${VAULT}`, patchVault, `${VAULT_ACTION}/write`, 'VaultPatch'],
  [`GET ${VAULT}`, getVault, `${VAULT_ACTION}/read`, 'VaultGet'],
  [`DELETE ${VAULT}`, deleteVault, `${VAULT_ACTION}/delete`, 'VaultDelete'],
  [
    `PUT ${VAULT}/accessPolicies/{kind}`,
    updateAccessPolicies,
    `${VAULT_ACTION}/accessPolicies/write`,
    'VaultPatch',
  ],
  [`DELETE ${VAULT}/{collection}/{object}`, refuseObjectDeletion, `${VAULT_ACTION}/write`],
  [
    `POST ${SUBSCRIPTION}/${PROVIDER}/checkNameAvailability`,
    checkNameAvailability,
    'Microsoft.KeyVault/checkNameAvailability/read',
  ],
  [`GET ${SUBSCRIPTION}/${PROVIDER}/deletedVaults`, listDeletedVaults],
  [`GET ${DELETED}`, getDeletedVault, 'Microsoft.KeyVault/locations/deletedVaults/read'],
  [`POST ${DELETED}/purge`, purgeDeletedVault, PURGE_ACTION, PURGE_ACTION],
  [
    `GET ${LOCATION}/operationResults/{id}`,
    getOperationResult,
    'Microsoft.KeyVault/locations/operationResults/read',
  ],
  [`GET ${EVENTS}`, listEventSubscriptions, `${EVENT_ACTION}/read`],
  [`GET ${EVENTS}/{subscriber}`, getEventSubscription, `${EVENT_ACTION}/read`],
  [`PUT ${EVENTS}/{subscriber}`, putEventSubscription, `${EVENT_ACTION}/write`],
  [`DELETE ${EVENTS}/{subscriber}`, deleteEventSubscription, `${EVENT_ACTION}/delete`],
  [`GET ${SUBSCRIPTION}/${PROVIDER}/managedHSMs`, emptyList],
  [`GET ${GROUP}/${PROVIDER}/managedHSMs`, emptyList],
  [`GET ${SUBSCRIPTION}/${PROVIDER}/deletedManagedHSMs`, emptyList],
  [`PUT ${AUTHORIZATION}/roleAssignments/{name}`, putRoleAssignment, `${ROLE_ACTION}/write`],
  [`GET ${AUTHORIZATION}/roleAssignments/{name}`, getRoleAssignment, `${ROLE_ACTION}/read`],
  [`DELETE ${AUTHORIZATION}/roleAssignments/{name}`, deleteRoleAssignment, `${ROLE_ACTION}/delete`],
  [`GET ${AUTHORIZATION}/roleAssignments`, listRoleAssignments, `${ROLE_ACTION}/read`],
  [`GET ${AUTHORIZATION}/roleDefinitions`, listRoleDefinitions],
  [`GET ${AUTHORIZATION}/roleDefinitions/{name}`, getRoleDefinition],
];

/** Everything that the emulated Azure Resource Manager answers. */
export const ARM_ROUTES: readonly ArmRoute[] = ROWS.map(([call, operation, action, audit]) => {
  const [method = '', path = ''] = call.split(' ');
  return { method, path, operation, action, audit };
});
