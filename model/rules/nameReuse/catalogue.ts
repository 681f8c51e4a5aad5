import type { Rule } from '../../rule.ts';

/** When a name is taken, and when it is free again. */
export const NAME_REUSE_RULES: readonly Rule[] = [
  {
    id: 'NR-01',
    statement:
      'While a vault holds a deleted object of a name, creating, setting or importing that name in the ' +
      'same collection is refused with 409 `Conflict`, inner code `ObjectIsDeletedButRecoverable`, and ' +
      'changes nothing.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'SDO §Soft-delete retention period',
      'KVR introduction',
      'LRN §Soft-delete retention period',
      'GH Azure/azure-rest-api-specs#9222',
      'GH external-secrets/external-secrets#3519',
      'RECORDINGS create on a deleted name: 8 answers',
    ],
    evidence: 'Recorded: 5 keys, 2 secrets and 1 certificate. Import on a deleted name was not recorded.',
  },
  {
    id: 'NR-02',
    statement:
      'The block is per collection: a deleted secret does not keep a key of the same name from being ' +
      'created, nor the reverse. Certificates are the exception (CR-02).',
    level: 'should',
    basis: 'contradictory',
    appliesTo: ['secret', 'key'],
    sources: ['ABO identifiers include the object type', 'KVR note on unique names (rival reading)'],
    contradiction: 'X15',
    evidence: 'Never recorded: no recording uses one name for a secret and a key of its own.',
  },
  {
    id: 'NR-03',
    statement:
      'A name becomes free when its purge completes, whether the purge was asked for or came at the end ' +
      'of the retention interval.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: [
      'KVR names after a purge',
      'MSO §Soft-delete behavior',
      'SDO §Soft-delete behavior (rival reading)',
      'RECORDINGS set, restore and vault create after purge',
    ],
    contradiction: 'X3',
    evidence:
      'Recorded: names set again 20 to 168 s after their purge (99 secrets), restored after it (218 ' +
      'objects), and vault names used again (21 of 21). Under purge protection the end of the interval ' +
      'is the only way.',
  },
  {
    id: 'NR-04',
    statement: 'Object names are compared without regard to case, for look-up as for reuse.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['ABO object identifiers', 'GH DefangLabs/defang#2143'],
    evidence: 'Never recorded: every recording keeps to one spelling of a name.',
  },
  {
    id: 'NR-05',
    statement:
      'A vault name that is soft-deleted anywhere in the cloud cannot be used for another vault: 409 ' +
      "`VaultAlreadyExists` where the deleted vault is out of the caller's reach, `ConflictError` where " +
      "it is in the caller's subscription. The caller's own deleted vault at the same resource id is " +
      'VT-03.',
    level: 'must',
    basis: 'contradictory',
    appliesTo: ['vault'],
    sources: [
      'KVR global names',
      'SDO §Soft-delete retention period (rival reading)',
      'ERC VaultAlreadyExists',
      'GH Azure/azure-powershell#15115',
      'GH Azure/azure-cli#29115',
      'GH Azure/azure-cli#14396',
    ],
    contradiction: 'X4',
    evidence:
      "Corrected: PUT on the caller's own deleted vault need not be a conflict when the vault is empty " +
      "(five recordings), so that case moved to VT-03. The service's own message calls vault names " +
      'globally unique.',
  },
  {
    id: 'NR-06',
    statement:
      'The name of an active vault cannot be taken by another resource group, subscription, tenant or ' +
      'region of the same cloud: 409 `VaultAlreadyExists`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['ABO vault names', 'KVR global names', 'ERC VaultAlreadyExists'],
    contradiction: 'X4',
    evidence: 'Recorded only as an answer of checkNameAvailability (15: not available, `AlreadyExists`).',
  },
  {
    id: 'NR-07',
    statement:
      "Once a vault's purge has completed, its name can be used by anyone in any subscription and " +
      'region, and the new vault is empty.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: [
      'KVR names after a purge',
      'OLD-SD purge of a vault',
      'RECORDINGS vault create after purge: 21 answers',
    ],
    evidence:
      'Recorded: 21 of 21 new vaults of a purged name in the same subscription, none with an old object. ' +
      'Use by another tenant was not recorded.',
  },
  {
    id: 'NR-08',
    statement:
      'An object created after a purge has nothing of the old one: a new version id, a new `created`, ' +
      'none of the old versions, tags or attributes.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['SDO §Purge protection', 'RECORDINGS set after purge'],
    evidence:
      'No document says it; recordings bear it out: 117 of 117 names set or created after their purge ' +
      'got a new version id, and version lists of purged names are empty.',
  },
  {
    id: 'NR-09',
    statement:
      'Between the acceptance of a purge (204) and its completion, creating the name may be refused with ' +
      '409 `Conflict`, inner code `ObjectIsBeingDeleted`; the refusal ends by itself.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'OLD-CHG creating again at once',
      'GH Azure/azure-sdk-for-net#34322',
      'RECORDINGS restore after purge',
    ],
    contradiction: 'X12',
    evidence:
      'Confirmed by a whole reply of 2023, received after both GET and GET deleted were 404, and by ' +
      '1,151 recorded refusals of a restore. Creating a name sooner than 20 s after its purge was not ' +
      'recorded.',
  },
  {
    id: 'NR-10',
    statement:
      'Restoring a backup obeys the same rule: while the name is active, deleted or in transition it is ' +
      'refused with 409 `Conflict`; while a deletion or a purge settles there is no inner code.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: [
      'NPM-K restoreKeyBackup',
      'MKM restore',
      'GH Azure/azure-sdk-for-python#17630',
      'GH Azure/azure-sdk-for-net#26027',
      'RECORDINGS restore while purging or deleting',
    ],
    evidence:
      'Recorded while purging (1,151) and deleting (1), always without an inner code. For active and ' +
      'deleted names only the message and the documents say so.',
  },
  {
    id: 'NR-11',
    statement:
      'In Managed HSM key names are blocked as NR-01 says, and the name of a deleted pool is taken in ' +
      'the whole cloud.',
    level: 'should',
    basis: 'contradictory',
    appliesTo: ['hsm', 'hsm-key'],
    sources: ['MSO unique in a location (rival reading)', 'MRC globally unique'],
    contradiction: 'X19',
  },
  {
    id: 'NR-12',
    statement:
      '`checkNameAvailability` reports the name of a soft-deleted vault as not available, with reason ' +
      '`AlreadyExists`.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['vault'],
    sources: ['TSP-V CheckNameAvailabilityResult', 'RECORDINGS checkNameAvailability: 16 answers'],
    evidence:
      'Recorded for active names (15; the message mentions recently deleted vaults) and for a free name, ' +
      'answered `{"nameAvailable": true}` alone (2025). Never asked about a deleted vault.',
  },
];
