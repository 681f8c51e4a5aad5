import type { Contradiction } from '../contradiction.ts';

/** Who may do what. */
export const ACCESS_CONTRADICTIONS: readonly Contradiction[] = [
  {
    id: 'X6',
    question: 'Is the purge permission given to anybody by default?',
    readings: [
      {
        name: 'nobody',
        claim: 'No, not even to owners; it must be granted by name.',
        sources: ['LRN third point of the introduction'],
      },
      {
        name: 'broad-roles',
        claim: 'Yes: the Officer and Administrator roles contain it.',
        sources: ['RBG built-in roles', 'KVR prerequisites'],
      },
      {
        name: 'by-permission-model',
        claim: 'Not in vaults with access policies; in vaults with RBAC the broad roles contain it.',
        sources: ['RBG built-in roles', 'OLD-SD', 'CLI-SRC default access policy'],
      },
    ],
    adopted: 'by-permission-model',
    standing: 'open',
    rules: ['PM-04', 'PM-05'],
    why: 'Each claim is right for one permission model; no recording shows a refused purge.',
  },
  {
    id: 'X7',
    question: 'How is the right to purge granted?',
    readings: [
      {
        name: 'access-policy',
        claim: 'By the purge permission of an access policy.',
        sources: ['LRN third point of the introduction'],
      },
      {
        name: 'role',
        claim: 'By a role, such as Key Vault Purge Operator.',
        sources: ['SDO third point of the introduction'],
      },
      {
        name: 'by-permission-model',
        claim: 'By whichever of the two the vault uses.',
        sources: ['TSP-V VaultProperties.enableRbacAuthorization', 'RBG introduction'],
      },
    ],
    adopted: 'by-permission-model',
    standing: 'open',
    rules: ['PM-02', 'PM-09'],
    why: 'Both models exist, and a vault uses one of them.',
  },
  {
    id: 'X8',
    question: 'Does Key Vault Purge Operator allow the purge of objects?',
    readings: [
      {
        name: 'objects-too',
        claim: 'Yes.',
        sources: ['SDO third point of the introduction', 'CRS'],
      },
      {
        name: 'vaults-only',
        claim: 'No, of deleted vaults only.',
        sources: ['RBG built-in roles', 'RCAT Key Vault Purge Operator'],
      },
    ],
    adopted: 'vaults-only',
    standing: 'settled',
    rules: ['PM-09'],
    why: 'The role definition, which the service itself evaluates, has no data action.',
  },
  {
    id: 'X17',
    question: 'Who may list and read the deleted keys of a Managed HSM?',
    readings: [
      {
        name: 'crypto-officer',
        claim: 'Managed HSM Crypto Officer only.',
        sources: ['MSO', 'MBR'],
      },
      {
        name: 'crypto-user',
        claim: 'Managed HSM Crypto User.',
        sources: ['MRC'],
      },
    ],
    adopted: 'crypto-officer',
    standing: 'open',
    rules: ['PM-14'],
    why: 'The table of roles agrees with it; nothing was recorded.',
  },
  {
    id: 'X18',
    question: 'May Managed HSM Crypto Auditor purge deleted keys?',
    readings: [
      {
        name: 'may-purge',
        claim: 'Yes, by the table of roles.',
        sources: ['MBR table'],
      },
      {
        name: 'reads-only',
        claim: 'No, the role only reads.',
        sources: ['MBR role descriptions'],
      },
    ],
    adopted: 'reads-only',
    standing: 'open',
    rules: ['PM-14'],
    why: 'A mark in one cell of the table against the description of the role; nothing was recorded.',
  },
  {
    id: 'X25',
    question: 'What does a backup need?',
    readings: [
      {
        name: 'contributor-role',
        claim: 'Contributor or more on the subscription.',
        sources: ['BKP', 'LRN §Prerequisites'],
      },
      {
        name: 'data-permission',
        claim: 'The backup permission on the data plane.',
        sources: ['TSP-S backup operation', 'TSP-K backup operation', 'TSP-C backup operation'],
      },
    ],
    adopted: 'data-permission',
    standing: 'open',
    rules: ['PM-01'],
    why:
      'The prerequisite describes a person at the portal, the specification the call; no recorded caller ' +
      'lacks either.',
  },
];
