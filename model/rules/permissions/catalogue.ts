import type { Rule } from '../../rule.ts';

/** Who may do what: access policies, Azure roles, and the local roles of Managed HSM. */
export const PERMISSION_RULES: readonly Rule[] = [
  {
    id: 'PM-01',
    statement:
      'Each operation on objects needs exactly the permission that belongs to it and no other: delete, ' +
      'recover, purge, backup and restore their own, get deleted `get`, list deleted `list` (in RBAC the ' +
      'data action of that meaning). No permission implies another.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['TSP-S operations', 'TSP-K operations', 'TSP-C operations', 'ABAC secret data actions'],
    contradiction: 'X25',
    evidence:
      'Public reports show the refusals of recover and purge (`ForbiddenByPolicy`); recordings only ' +
      'those of get, list and cryptography. Which RBAC action opens a deleted secret, `readMetadata` or ' +
      '`getSecret`, is not specified.',
  },
  {
    id: 'PM-02',
    statement:
      'A vault takes data access either from access policies or from Azure RBAC, never from both: with ' +
      '`enableRbacAuthorization: true` its policies are kept but ignored, otherwise role assignments ' +
      'have no effect on the data plane.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['TSP-V VaultProperties.enableRbacAuthorization', 'RBG introduction'],
    contradiction: 'X7',
  },
  {
    id: 'PM-03',
    statement:
      'A vault created without `enableRbacAuthorization` uses RBAC when the management api-version is ' +
      '2026-02-01 or later, and access policies when it is older; an update without it keeps what the ' +
      'vault has.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['DEF', 'TSP-V VaultProperties.enableRbacAuthorization'],
  },
  {
    id: 'PM-04',
    statement:
      'In a vault with access policies purge is granted only where it is listed by name: the shortcut ' +
      "`all` and the default policies that tools give to a vault's creator do not contain it.",
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'LRN third point of the introduction',
      'OLD-SD',
      'CLI-SRC default access policy',
      'GH Azure/azure-resource-manager-schemas#397',
      'GH hashicorp/terraform-provider-azurerm#10271',
    ],
    contradiction: 'X6',
    evidence:
      'Reported: 403 with inner code `ForbiddenByPolicy` and a text that names the missing purge ' +
      "permission (2021). The tools' defaults do contain delete and recover.",
  },
  {
    id: 'PM-05',
    statement:
      'In a vault with RBAC the broad roles (Key Vault Administrator, and the Secrets, Crypto or ' +
      'Certificates Officer for its kind) include recover and purge.',
    level: 'must',
    basis: 'contradictory',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'RBG built-in roles',
      'KVR prerequisites',
      'LRN third point of the introduction (rival reading)',
    ],
    contradiction: 'X6',
  },
  {
    id: 'PM-06',
    statement:
      'Key Vault Reader, Secrets User, Crypto User, Certificate User, Crypto Service Encryption User and ' +
      'Crypto Service Release User cannot delete, recover or purge objects: 403, inner code ' +
      '`ForbiddenByRbac`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['RBG built-in roles'],
    evidence:
      "The refusal's code and text are reported for reads and for unwrap; not for delete, recover or " +
      'purge.',
  },
  {
    id: 'PM-07',
    statement:
      'Owner or Contributor of the subscription have, as such, no right on the data plane in either ' +
      'permission model.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['LRN third point of the introduction', 'RBG note on management roles'],
  },
  {
    id: 'PM-08',
    statement:
      'In a vault with access policies, whoever may write the vault or its policies can grant himself ' +
      'every object permission, purge included; in a vault with RBAC that takes ' +
      '`Microsoft.Authorization/roleAssignments/write`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['RBG note on Contributor'],
  },
  {
    id: 'PM-09',
    statement:
      'The role Key Vault Purge Operator allows the purge of deleted vaults only: it has no data action, ' +
      'so purging an object with it is refused with 403.',
    level: 'must',
    basis: 'contradictory',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: [
      'RBG built-in roles',
      'RCAT Key Vault Purge Operator',
      'SDO third point of the introduction (rival reading)',
      'CRS (rival reading)',
    ],
    contradiction: 'X8',
  },
  {
    id: 'PM-10',
    statement:
      'Purging a vault needs `Microsoft.KeyVault/locations/deletedVaults/purge/action` at subscription ' +
      'scope; without it, or with a grant on the resource group only, the answer is 403 ' +
      '`AuthorizationFailed`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['KVR prerequisites', 'SDO §Purge protection', 'LRN §Purge protection'],
    evidence: 'Never recorded, and no report quotes the refusal.',
  },
  {
    id: 'PM-11',
    statement:
      'Recovering a vault needs `Microsoft.KeyVault/vaults/write` on its original resource group, that ' +
      'is, any role that may create vaults there.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: [
      'KVR prerequisites',
      'SDO §Soft-delete retention period',
      'LRN §Soft-delete retention period',
      'OLD-SD',
    ],
  },
  {
    id: 'PM-12',
    statement:
      'Key Vault Contributor can delete and recover a vault but not purge it, and has no access to its ' +
      'objects.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['RBG note on Contributor', 'RCAT Key Vault Contributor'],
  },
  {
    id: 'PM-13',
    statement:
      'Listing deleted vaults needs `Microsoft.KeyVault/deletedVaults/read`; reading one needs ' +
      '`Microsoft.KeyVault/locations/deletedVaults/read`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['KVR prerequisites', 'OLD-SD'],
    evidence: 'Without the right the list is empty and the read is 403 (LS-08).',
  },
  {
    id: 'PM-14',
    statement:
      'Keys of a Managed HSM follow local roles: Crypto User deletes and Crypto Officer does not; Crypto ' +
      'Officer recovers, purges and reads deleted keys and Crypto User does not.',
    level: 'should',
    basis: 'contradictory',
    appliesTo: ['hsm-key'],
    sources: ['MBR', 'MSO', 'MRC (rival reading)'],
    contradiction: 'X17',
    evidence:
      'The role table also marks purge for Crypto Auditor, a read-only role; that is taken for a slip ' +
      '(X18).',
  },
  {
    id: 'PM-15',
    statement:
      'Listing, reading, recovering or purging deleted Managed HSM pools needs Managed HSM Contributor ' +
      'or the same management actions.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['hsm'],
    sources: ['MSO', 'MRC'],
  },
  {
    id: 'PM-16',
    statement:
      'The permission asked for is that of the collection in the URL: certificate permissions do not ' +
      'open deleted keys or secrets, nor the reverse.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['SEC access control', 'CRT access control'],
    evidence:
      'Never recorded. Deleting a certificate still deletes its key and secret without permissions on ' +
      'those (CR-03).',
  },
  {
    id: 'PM-17',
    statement:
      'Conditions on role assignments (ABAC, preview, for secrets) decide delete, recover and purge by ' +
      "the secret's name, with regard to case: a name outside the condition is refused with 403.",
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret'],
    sources: ['ABAC'],
  },
];
