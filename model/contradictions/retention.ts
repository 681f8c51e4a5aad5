import type { Contradiction } from '../contradiction.ts';

/** How long what is deleted is kept, and how vault settings may change. */
export const RETENTION_CONTRADICTIONS: readonly Contradiction[] = [
  {
    id: 'X1',
    question: 'How long does a vault with purge protection keep what is deleted?',
    readings: [
      {
        name: 'ninety-days',
        claim: '90 days, whatever the interval.',
        sources: ['LRN §Purge protection'],
      },
      {
        name: 'configured-interval',
        claim: 'The retention interval that the vault was given.',
        sources: [
          'SDO §Soft-delete behavior',
          'LRN §Soft-delete behavior',
          'RECORDINGS dates of deleted vaults with purge protection',
        ],
      },
    ],
    adopted: 'configured-interval',
    standing: 'settled',
    rules: ['RT-05'],
    why:
      'Recorded vaults with purge protection keep 10 days as well as 90, to the second; the document ' +
      'that said 90 days was corrected later.',
  },
  {
    id: 'X2',
    question: 'How long are deleted vaults and objects kept?',
    readings: [
      {
        name: 'ninety-days',
        claim: '90 days.',
        sources: ['LRN §Soft-delete retention period', 'SDO §Soft-delete retention period'],
      },
      {
        name: 'configured-interval',
        claim: '7 to 90 days as the vault was given, 90 where it was given nothing.',
        sources: ['SDO introduction', 'LRN first list', 'RECORDINGS dates of deleted objects and vaults'],
      },
    ],
    adopted: 'configured-interval',
    standing: 'settled',
    rules: ['RT-01', 'SD-02'],
    why: 'Recorded intervals are 7, 10, 12, 17 and 90 days, each to the second.',
  },
  {
    id: 'X9',
    question: 'When can the retention interval be set?',
    readings: [
      {
        name: 'only-at-creation',
        claim: 'Only when the vault is created.',
        sources: ['SDO §Soft-delete behavior', 'LRN §Soft-delete behavior'],
      },
      {
        name: 'set-once',
        claim: 'Once, also later: together with soft delete, or where it was never stored.',
        sources: [
          'OLD-CHG',
          'KVR steps to turn soft delete on',
          'TF key vault resource',
          'RECORDINGS vault update from 90 to 17 days while soft delete was turned on',
        ],
      },
    ],
    adopted: 'set-once',
    standing: 'settled',
    rules: ['RT-03', 'RT-04', 'SD-09'],
    why:
      'Recorded: the request that turns soft delete on may bring a new interval (4 vaults). That it is ' +
      'locked from then on is documented and reported.',
  },
  {
    id: 'X10',
    question: 'How can the retention interval be set?',
    readings: [
      {
        name: 'portal-only',
        claim: 'Through the Azure portal.',
        sources: ['LRN §Soft-delete behavior'],
      },
      {
        name: 'any-client',
        claim: 'Through any client of the management plane.',
        sources: [
          'TSP-V VaultProperties.softDeleteRetentionInDays',
          'RECORDINGS vault create with a retention',
        ],
      },
    ],
    adopted: 'any-client',
    standing: 'settled',
    rules: ['RT-01'],
    why: 'Recorded creations by SDKs and command lines set it.',
  },
  {
    id: 'X11',
    question: 'What becomes of `enableSoftDelete: false` in a request that creates a vault?',
    readings: [
      {
        name: 'opt-out',
        claim: 'The vault is created without soft delete.',
        sources: [
          'LRN §Key vault soft-delete on by default',
          'RECORDINGS vault create with false, 2020: 121 answers',
          'GH Azure/terraform-provider-azapi#879',
        ],
      },
      {
        name: 'refused',
        claim: 'The request is refused with 400.',
        sources: ['SDO §Soft-delete behavior', 'LRN §Key vault soft-delete on by default'],
      },
      {
        name: 'coerced',
        claim: 'The vault is created with soft delete, as if nothing had been asked.',
        sources: ['GH Azure/azure-powershell#15970'],
      },
    ],
    adopted: 'refused',
    standing: 'open',
    rules: ['SD-05'],
    why:
      'Opting out worked until 2020 and was announced to end; no recording shows what came after it. No ' +
      'target is blamed for any of the three.',
  },
  {
    id: 'X29',
    question: 'What becomes of `enableSoftDelete: false` sent to a vault that has soft delete?',
    readings: [
      {
        name: 'refused',
        claim: 'The request is refused with 400 `BadRequest`.',
        sources: ['GH Azure/azure-cli#13247', 'GH Azure/azure-sdk-for-python#11159'],
      },
      {
        name: 'coerced',
        claim: 'It is answered with 200, and soft delete stays on.',
        sources: ['GH Azure/azure-powershell#15970'],
      },
    ],
    adopted: 'refused',
    standing: 'open',
    rules: ['SD-04'],
    why:
      'One quotation of a refusal stands against the word of a Key Vault engineer, and nothing was ' +
      'recorded. Both keep SD-03. Apart from X11, because the quoted refusal still allows false for a ' +
      'new vault.',
  },
];
