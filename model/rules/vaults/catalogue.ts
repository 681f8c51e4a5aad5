import type { Rule } from '../../rule.ts';

/** The life of a vault on the management plane. */
export const VAULT_RULES: readonly Rule[] = [
  {
    id: 'VT-01',
    statement:
      'A vault name has 3 to 24 characters of `A-Za-z0-9-`, begins with a letter, ends with a letter or ' +
      'digit and has no two hyphens in a row. Another is refused with 400 `VaultNameNotValid`, and ' +
      'checkNameAvailability calls it `AccountNameInvalid`.',
    level: 'must',
    basis: 'contradictory',
    appliesTo: ['vault', 'hsm'],
    sources: [
      'ABO vault names',
      'TSP-V vaultName pattern (rival reading)',
      'GH MicrosoftDocs/azure-docs#92981',
      'GH MicrosoftLearning/mslearn-postgresql#14',
    ],
    contradiction: 'X24',
    evidence:
      "The strict form stands in the service's own refusal of 2024. `AccountNameInvalid` was never seen.",
  },
  {
    id: 'VT-02',
    statement:
      'PUT with location, tenantId and sku creates a vault, or updates the active one of that id ' +
      '(`createMode` absent or `default`): 200 or 201. `accessPolicies` is required unless RBAC is on or ' +
      '`createMode` is `recover`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: ['TSP-V vault create or update', 'RECORDINGS vault create and update: 1,111 answers'],
    evidence:
      'Recorded: always 200, never 201. A new vault first says `RegisteringDns` with a `vaultUri` ' +
      'without slash (699), and `Succeeded` 20 to 30 s later; an update says `Succeeded` at once (412), ' +
      'also with `createMode: default` (2023).',
  },
  {
    id: 'VT-03',
    statement:
      "PUT without `createMode: recover` on the caller's own soft-deleted vault is refused with 409 " +
      '`ConflictError` when the vault holds objects. An empty one may instead be brought back, with 200.',
    level: 'should',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: [
      'GH Azure/azure-cli#29115',
      'GH alan-turing-institute/data-safe-haven#2523',
      'GH AzureCosmosDB/OmniVec#24 (rival reading)',
      'RECORDINGS vault create on a deleted name, 2019-2022: 5 answers',
    ],
    contradiction: 'X21',
    evidence:
      'Corrected: five recordings of two teams (2019 to 2022, one with purge protection) answer 200 ' +
      '`Succeeded` with the old, empty vault, 3 to 4 s after its delete. Every reported conflict whose ' +
      'vault is described had objects in it. None of the five is younger than May 2022.',
  },
  {
    id: 'VT-04',
    statement:
      'PUT on the original resource id with `createMode: recover` brings a deleted vault back: 200, ' +
      "`Succeeded` at once. The body's other properties are ignored, except `tags` (VT-06).",
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: [
      'POL',
      'TSP-V createMode',
      'GH Azure/azure-rest-api-specs#21306',
      'RECORDINGS vault recover: 12 answers, and later ones',
    ],
    evidence:
      'Recorded: location, tenantId, sku and `createMode` alone suffice; a tenantId of zeros and absent ' +
      'policies answered the old ones. That network rules are ignored is reported.',
  },
  {
    id: 'VT-05',
    statement:
      'PUT with `createMode: recover` where no vault of that name is deleted fails with 400 ' +
      '`SoftDeletedVaultDoesNotExist`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: [
      'GH hashicorp/terraform-provider-azurerm#12972',
      'GH Azure/reliable-web-app-pattern-java#5',
      'GH AzureCosmosDB/OmniVec#24',
    ],
    evidence:
      'The number, which no document gives, is 400 by a log of 2026 that quotes the status line. ' +
      'Reported with the same text for recovery from another resource group (weak).',
  },
  {
    id: 'VT-06',
    statement:
      "Recover restores the vault's own configuration: id, location, sku, tenant, retention interval, " +
      'purge protection, permission model, access policies, network rules and public access. Its tags ' +
      'become those of the PUT: none sent, none kept.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: ['POL', 'OLD-SD', 'RECORDINGS vault recover, 2019-2023', 'GH MicrosoftDocs/azure-docs#103751'],
    evidence:
      'Corrected: tags do not come back. Recorded in 2021 and 2022: a vault with three tags recovered ' +
      'without `tags` answers `{}`, and so does the next GET; the PowerShell tests assert the same.',
  },
  {
    id: 'VT-07',
    statement:
      'Deleting a vault removes its role assignments and its Event Grid subscriptions, and recover does ' +
      'not bring them back.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['SDO note on recovery', 'MIG'],
    contradiction: 'X28',
    evidence: 'Assignments inherited from a wider scope are taken to survive.',
  },
  {
    id: 'VT-08',
    statement:
      'A vault can be recovered only to its original subscription, resource group and location; ' +
      'elsewhere the PUT is refused with a 4xx status.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['vault'],
    sources: ['CLI-SRC recover validator', 'OLD-SD original resource id'],
    evidence: 'Reported for another resource group: `SoftDeletedVaultDoesNotExist` (weak).',
  },
  {
    id: 'VT-09',
    statement:
      'If the original resource group is gone, one of the same name must be created before the vault can ' +
      'be recovered; until then the answer is 404 `ResourceGroupNotFound`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['OLD-SD recovery after the group is gone'],
    evidence: 'Current documents no longer say it.',
  },
  {
    id: 'VT-10',
    statement: 'Recovering a vault makes the objects that were active in it usable again, unchanged.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: [
      'SDO §Soft-delete behavior',
      'LRN §Soft-delete behavior',
      'OLD-SD',
      'GH hashicorp/terraform-provider-azurerm#32674',
      'GH hashicorp/terraform-provider-azurerm#13261',
    ],
    evidence:
      'Reported: secrets are live again after the recover. No recording reads an object of a recovered ' +
      'vault.',
  },
  {
    id: 'VT-11',
    statement:
      "An object that was already deleted when its vault was deleted is still deleted after the vault's " +
      'recovery, with the same dates, as long as its `scheduledPurgeDate` has not passed.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['SDO §Soft-delete retention period'],
    evidence: 'No recording and no report. What happens when that date passes meanwhile is not specified.',
  },
  {
    id: 'VT-12',
    statement:
      'A deleted vault shows vaultId (a pool mhsmId), location, deletionDate, scheduledPurgeDate, tags ' +
      'and, when it is on, purgeProtectionEnabled. The retention interval is not shown but follows from ' +
      'the two dates.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'hsm'],
    sources: ['TSP-V DeletedVaultProperties', 'RECORDINGS get and list of deleted vaults'],
    evidence: 'Recorded for vaults (33 reads, 5,643 list items).',
  },
  {
    id: 'VT-13',
    statement:
      'While a vault is deleted its DNS name stays reserved: no other vault can take it. Whether the ' +
      'name still resolves is not specified.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'hsm'],
    sources: ['SDO §Key vault recovery', 'LRN §Key vault recovery', 'OLD-SD'],
    contradiction: 'X26',
    evidence:
      'Reports show both a host that does not resolve and a dead one; no data-plane call to a deleted ' +
      'vault was recorded.',
  },
  {
    id: 'VT-14',
    statement:
      'PUT of resources on the management plane, and thus a template, can create, configure and recover ' +
      'a vault; it can neither purge a vault nor delete, recover or purge an object.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['TPL', 'LRN §Supporting interfaces (rival reading)'],
  },
  {
    id: 'VT-15',
    statement:
      'Azure Policy can refuse the recovery of a vault, since it is a PUT: 403 ' +
      '`RequestDisallowedByPolicy`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['POL', 'GH MicrosoftDocs/azure-docs#103751'],
    evidence: 'Reported with a policy that asks for tags, which a recover by the Azure CLI does not send.',
  },
  {
    id: 'VT-16',
    statement:
      'Creating a Managed HSM pool over a soft-deleted one of the same name, without `createMode`, ' +
      'succeeds instead of being a conflict.',
    level: 'unspecified',
    basis: 'observed',
    appliesTo: ['hsm'],
    sources: ['GH Azure/azure-rest-api-specs#18732'],
    contradiction: 'X20',
    evidence: 'One open report; whether the old pool comes back or a new one takes its name is unknown.',
  },
];
