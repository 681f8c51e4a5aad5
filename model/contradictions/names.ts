import type { Contradiction } from '../contradiction.ts';

/** Names: their scope, their grammar, and when they are free. */
export const NAME_CONTRADICTIONS: readonly Contradiction[] = [
  {
    id: 'X3',
    question: 'When is the name of a deleted vault or object free again?',
    readings: [
      {
        name: 'after-retention',
        claim: 'When the retention interval has passed.',
        sources: ['SDO §Soft-delete behavior', 'LRN §Soft-delete behavior'],
      },
      {
        name: 'after-purge',
        claim: 'When the purge completes, by request or at the end of the interval.',
        sources: [
          'KVR names after a purge',
          'MSO §Soft-delete behavior',
          'RECORDINGS set, restore and vault create after purge',
        ],
      },
    ],
    adopted: 'after-purge',
    standing: 'settled',
    rules: ['NR-03'],
    why:
      'Recorded: purged names of objects and vaults are used again within seconds to minutes, long ' +
      'before the interval ends.',
  },
  {
    id: 'X4',
    question: 'Where is the name of a deleted vault taken?',
    readings: [
      {
        name: 'same-location',
        claim: 'In the location of the deleted vault.',
        sources: ['SDO §Soft-delete retention period', 'LRN §Soft-delete retention period'],
      },
      {
        name: 'whole-cloud',
        claim: 'In the whole cloud.',
        sources: ['KVR global names', 'ABO vault names', 'RECORDINGS checkNameAvailability'],
      },
    ],
    adopted: 'whole-cloud',
    standing: 'settled',
    rules: ['NR-05', 'NR-06'],
    why:
      'The service says so itself in the recorded message of checkNameAvailability, and names are host ' +
      'names. The location only addresses the deleted vault.',
  },
  {
    id: 'X15',
    question: 'Is a name unique within its collection, or across secrets, keys and certificates?',
    readings: [
      {
        name: 'across-collections',
        claim: 'No secret, key or certificate may have the name of another.',
        sources: ['KVR note on unique names'],
      },
      {
        name: 'per-collection',
        claim: 'Within its collection; only a certificate takes its name in all three.',
        sources: ['ABO object identifiers', 'CRC'],
      },
    ],
    adopted: 'per-collection',
    standing: 'open',
    rules: ['NR-02', 'CR-02'],
    why:
      'Identifiers contain the kind, and clients have relied on it; but no recording uses one name for a ' +
      'secret and a key of its own.',
  },
  {
    id: 'X16',
    question: 'With which code is the name of a deleted vault refused?',
    readings: [
      {
        name: 'vault-already-exists',
        claim: '`VaultAlreadyExists`; `ConflictError` means concurrent changes.',
        sources: ['ERC VaultAlreadyExists, ConflictError'],
      },
      {
        name: 'conflict-error',
        claim: '`ConflictError`.',
        sources: ['GH Azure/azure-cli#29115', 'GH alan-turing-institute/data-safe-haven#2523'],
      },
      {
        name: 'by-reach',
        claim:
          "`ConflictError` for a deleted vault in the caller's subscription, `VaultAlreadyExists` for " +
          'one out of reach.',
        sources: ['GH Azure/azure-cli#29115', 'GH Azure/azure-powershell#15115'],
      },
    ],
    adopted: 'by-reach',
    standing: 'open',
    rules: ['ER-14', 'ER-15', 'NR-05'],
    why: 'It fits all reports; none of the refusals was recorded.',
  },
  {
    id: 'X19',
    question: 'Where is the name of a Managed HSM pool taken?',
    readings: [
      {
        name: 'per-location',
        claim: 'In its location.',
        sources: ['MSO unique in a location'],
      },
      {
        name: 'whole-cloud',
        claim: 'In the whole cloud.',
        sources: ['MRC globally unique'],
      },
    ],
    adopted: 'whole-cloud',
    standing: 'open',
    rules: ['NR-11'],
    why: 'Pool names are host names as vault names are; nothing was recorded.',
  },
  {
    id: 'X20',
    question: 'What happens when a Managed HSM pool is created over a deleted one?',
    readings: [
      {
        name: 'conflict',
        claim: 'It is refused, as the contract of the management plane asks.',
        sources: ['MRC'],
      },
      {
        name: 'succeeds',
        claim: 'It succeeds.',
        sources: ['GH Azure/azure-rest-api-specs#18732'],
      },
    ],
    adopted: 'succeeds',
    standing: 'open',
    rules: ['VT-16'],
    why: 'One open report, and no word on what becomes of the old pool.',
  },
  {
    id: 'X21',
    question: "What does PUT without `createMode` do to the caller's own deleted vault?",
    readings: [
      {
        name: 'conflict',
        claim: 'It is refused with 409 `ConflictError`.',
        sources: ['GH Azure/azure-cli#29115', 'GH alan-turing-institute/data-safe-haven#2523'],
      },
      {
        name: 'restored',
        claim: 'The old vault comes back.',
        sources: ['GH AzureCosmosDB/OmniVec#24', 'GH Azure/azure-powershell#12573'],
      },
      {
        name: 'restored-if-empty',
        claim: 'A vault without objects comes back, one with objects is a conflict.',
        sources: [
          'RECORDINGS vault create on a deleted name, 2019-2022: 5 answers',
          'GH Azure/azure-cli#29115',
        ],
      },
    ],
    adopted: 'restored-if-empty',
    standing: 'open',
    rules: ['VT-03'],
    why:
      'It is the only reading that fits five recordings of empty vaults that came back and every ' +
      'reported conflict whose vault is described. No recording after May 2022 shows either, so none is ' +
      'insisted on.',
  },
  {
    id: 'X24',
    question: 'How strict is the grammar of vault names?',
    readings: [
      {
        name: 'lax',
        claim: '3 to 24 letters, digits and hyphens in any order.',
        sources: ['TSP-V vaultName pattern', 'ERC VaultNameNotValid'],
      },
      {
        name: 'strict',
        claim: 'Also: a letter first, a letter or digit last, no two hyphens in a row.',
        sources: [
          'ABO vault names',
          'GH MicrosoftDocs/azure-docs#92981',
          'GH MicrosoftLearning/mslearn-postgresql#14',
        ],
      },
    ],
    adopted: 'strict',
    standing: 'settled',
    rules: ['VT-01'],
    why: 'The service itself gives the strict form when it refuses a name (2024).',
  },
];
