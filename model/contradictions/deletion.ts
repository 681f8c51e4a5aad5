import type { Contradiction } from '../contradiction.ts';

/** What is possible while deleted, how purge works, and what recover brings back. */
export const DELETION_CONTRADICTIONS: readonly Contradiction[] = [
  {
    id: 'X5',
    question: 'Which operations does the deleted state allow?',
    readings: [
      {
        name: 'two-operations',
        claim: 'Purge and recover only; all others fail.',
        sources: ['SDO §Billing implications', 'LRN §Billing implications'],
      },
      {
        name: 'four-operations',
        claim: 'Get deleted, list deleted, recover and purge.',
        sources: [
          'SDO §Key vault recovery',
          'TSP-S operations on deleted secrets',
          'RECORDINGS calls on deleted names',
        ],
      },
    ],
    adopted: 'four-operations',
    standing: 'settled',
    rules: ['LS-04', 'BL-04'],
    why:
      'Recorded thousands of times; the other sentence speaks of billing and counts the operations that ' +
      'change something.',
  },
  {
    id: 'X12',
    question: 'Is a purge complete when it is answered?',
    readings: [
      {
        name: 'immediate',
        claim: 'Yes: what is purged is gone and its name free at once.',
        sources: ['SDO §Purge protection', 'LRN §Purge protection'],
      },
      {
        name: 'later',
        claim: 'What is purged is out of reach at once, but its name is free only some time later.',
        sources: [
          'OLD-CHG',
          'GH Azure/azure-sdk-for-net#26027',
          'GH Azure/azure-sdk-for-net#34322',
          'RECORDINGS calls after purge',
        ],
      },
    ],
    adopted: 'later',
    standing: 'open',
    rules: ['AS-05', 'NR-09'],
    why:
      'The service is seen to take up to 69 s (vaults: over 600 s), and sometimes no time at all; a ' +
      'target that completes at once breaks no rule.',
  },
  {
    id: 'X13',
    question: 'With which request is something purged?',
    readings: [
      {
        name: 'delete-on-proxy',
        claim: 'DELETE on the deleted resource, for vaults too.',
        sources: ['SDO §Soft-delete retention period', 'LRN §Soft-delete retention period'],
      },
      {
        name: 'post-for-vaults',
        claim: 'POST for a vault, DELETE for an object.',
        sources: ['SDO §Purge protection', 'TSP-V purge operation', 'RECORDINGS vault purge: 78 answers'],
      },
    ],
    adopted: 'post-for-vaults',
    standing: 'settled',
    rules: ['PG-06'],
    why:
      'Recorded: POST for vaults, DELETE for objects; the word delete in the other sentence is meant ' +
      'loosely.',
  },
  {
    id: 'X14',
    question: 'Does the list of deleted things show all of them?',
    readings: [
      {
        name: 'list-is-complete',
        claim: 'Yes: what is not listed is not soft-deleted.',
        sources: ['KVR steps for the portal'],
      },
      {
        name: 'list-may-omit',
        claim:
          'No: managed keys and secrets are left out, and a caller without the right gets an empty list.',
        sources: [
          'GH james-gould/azure-keyvault-emulator#398',
          'GH Azure/azure-cli#14091',
          'RECORDINGS lists of deleted keys and secrets: 7,943 items',
        ],
      },
    ],
    adopted: 'list-may-omit',
    standing: 'settled',
    rules: ['CR-05', 'LS-08'],
    why:
      'None of 7,943 recorded items is managed, in vaults where certificates were deleted all the time; ' +
      'replies of a live vault agree.',
  },
  {
    id: 'X26',
    question: 'Does the host name of a deleted vault still resolve?',
    readings: [
      {
        name: 'record-kept',
        claim: 'The DNS record is kept during the retention interval.',
        sources: ['SDO §Key vault recovery', 'LRN §Key vault recovery'],
      },
      {
        name: 'reserved-only',
        claim: 'Only the name is reserved; resolution may fail.',
        sources: [
          'GH hashicorp/terraform-provider-azurerm#1535',
          'GH hashicorp/terraform-provider-azurerm#30455',
        ],
      },
    ],
    adopted: 'reserved-only',
    standing: 'open',
    rules: ['VT-13'],
    why:
      'Reports show hosts that do not resolve and hosts that answer nothing; no call to a deleted vault ' +
      'was recorded.',
  },
  {
    id: 'X28',
    question: 'Does recovering a vault undo its deletion entirely?',
    readings: [
      {
        name: 'full-undo',
        claim: 'Yes, essentially.',
        sources: ['SDO §Soft-delete behavior', 'LRN §Soft-delete behavior'],
      },
      {
        name: 'undo-except-grants',
        claim: 'Yes, but for role assignments and Event Grid subscriptions.',
        sources: ['SDO note on recovery', 'MIG'],
      },
    ],
    adopted: 'undo-except-grants',
    standing: 'settled',
    rules: ['VT-07'],
    why:
      'The note is explicit where the sentence is general, and recordings show that not everything comes ' +
      'back: tags become those of the request (VT-06).',
  },
];
