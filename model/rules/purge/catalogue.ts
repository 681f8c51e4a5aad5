import type { Rule } from '../../rule.ts';

/** Purge: of objects, and of vaults. */
export const PURGE_RULES: readonly Rule[] = [
  {
    id: 'PG-01',
    statement:
      'Purge of a deleted object whose level allows it answers 204 without a body and removes all ' +
      'versions for good.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: [
      'TSP-S purge operation',
      'TSP-K purge operation',
      'TSP-C purge operation',
      'RECORDINGS purge: 6,524 answers',
    ],
  },
  {
    id: 'PG-02',
    statement:
      "Purge is allowed exactly where the object's `recoveryLevel` contains `Purgeable`; elsewhere it is " +
      'refused with 403 (PP-05).',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['TSP-S DeletionRecoveryLevel', 'TSP-C purge operation'],
    evidence:
      'Every recorded purge that succeeds is in a vault whose level contains `Purgeable`; a refusal was ' +
      'never recorded.',
  },
  {
    id: 'PG-03',
    statement:
      'Purge of a name that is not deleted (absent, active or purged) fails with 404 and leaves an ' +
      'active object as it is. Only while an earlier purge still completes may it answer 204 or 409 ' +
      'instead.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['RECORDINGS purge of an absent name: 5 answers', 'GH Azure/azure-sdk-for-net#26027'],
    evidence:
      'Recorded for absent names (5, "Secret not found: n"). Purging again in the same second answered ' +
      '204 (1), which no document mentions. Purge of an active name was not recorded.',
  },
  {
    id: 'PG-04',
    statement:
      'Purge right after a delete may be refused because the delete has not settled: 409 `Conflict`, ' +
      'inner code `ObjectIsBeingDeleted`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'RECORDINGS purge while deleting: 2,099 answers',
      'GH hashicorp/terraform-provider-azurerm#10454',
      'GH Azure/azure-cli#12722',
      'GH Azure/azure-sdk-for-net#7199',
    ],
    evidence: 'Recorded up to 84 s after the delete.',
  },
  {
    id: 'PG-05',
    statement:
      'Purge needs a permission of its own, which delete does not imply; without it the answer is 403.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: [
      'SDO third point of the introduction',
      'LRN third point of the introduction',
      'TSP-S purge operation',
      'GH microsoft/AzureTRE#814',
    ],
    evidence: 'Reported with inner code `ForbiddenByPolicy` (2021); never recorded.',
  },
  {
    id: 'PG-06',
    statement:
      'A deleted vault is purged by POST `.../locations/{location}/deletedVaults/{name}/purge` on the ' +
      'management plane: 202 with a `Location` to poll. It destroys the vault and everything in it, ' +
      'active or deleted.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: [
      'SDO §Purge protection',
      'LRN §Purge protection',
      'TSP-V purge operation',
      'OLD-SD purge of a vault',
      'RECORDINGS vault purge: 78 answers',
    ],
    contradiction: 'X13',
    evidence:
      'Recorded: always 202, never the 200 that the specification also allows, with `Retry-After: 5` ' +
      'since 2023; afterwards the deleted vault is 404. Completion can take more than 600 s (PG-07).',
  },
  {
    id: 'PG-07',
    statement:
      "A vault's purge is complete when the URL in `Location` answers 200 `Succeeded`; until then each " +
      'poll answers 202 `NotStarted`. Reading it needs ' +
      '`Microsoft.KeyVault/locations/operationResults/read`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: [
      'KVR prerequisites',
      'TSP-V purge operation',
      'RECORDINGS polls of a vault purge',
      'GH hashicorp/terraform-provider-azurerm#26851',
    ],
    evidence:
      'Recorded: 6 to 514 s until 2022 (median 22 s), 602 s in 2025, when each poll carries a new ' +
      '`Location` and `Retry-After: 5`. Until `Succeeded` the name must not be taken as free; a bound of ' +
      '1,200 s is meant, not 514.',
  },
  {
    id: 'PG-08',
    statement:
      'The purge of an object has nothing to poll: GET deleted answers 404 at once, and only a create or ' +
      'restore that succeeds shows that the purge is complete.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'GH Azure/azure-sdk-for-python#19263',
      'GH Azure/azure-sdk-for-net#34322',
      'RECORDINGS get deleted and restore after purge',
    ],
    evidence:
      'Recorded: GET deleted is 404 in 174 of 174 first looks (0 to 2 s), while restores are still ' +
      'refused (18 of the refusals came after such a 404).',
  },
  {
    id: 'PG-09',
    statement: 'An active vault cannot be purged: POST purge for its name answers 404, and the vault stays.',
    level: 'must',
    basis: 'inferred',
    appliesTo: ['vault'],
    sources: ['SDO second point of the introduction'],
    evidence:
      'Follows from SD-08. The purge of a name without a deleted vault is reported as ' +
      '`DeletedVaultNotFound` (ER-21).',
  },
  {
    id: 'PG-10',
    statement:
      'Purge of a deleted Managed HSM pool is long-running (202) and final; purge of its keys is as ' +
      'PG-01 says.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['hsm', 'hsm-key'],
    sources: ['TSP-V deleted Managed HSM', 'MRC'],
    evidence: 'Recorded for keys: 169 purges answer 204; pools were not recorded.',
  },
];
