import type { Rule } from '../../rule.ts';

/** Undeletable subscriptions, and the loss of a subscription. */
export const UNDELETABLE_RULES: readonly Rule[] = [
  {
    id: 'UN-01',
    statement:
      'In a subscription marked undeletable nobody can purge; only the service does, on schedule. Levels ' +
      'are `Recoverable+ProtectedSubscription` (90 days) or ' +
      '`CustomizedRecoverable+ProtectedSubscription` (fewer), whatever the purge protection.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['SDO §Purge protection', 'LRN §Purge protection', 'TSP-S DeletionRecoveryLevel'],
    evidence: 'Neither level was ever recorded; the code of the refusal is unknown.',
  },
  {
    id: 'UN-02',
    statement: 'No operation open to a customer marks a subscription undeletable.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['SDO §Purge protection'],
    unobservable:
      'No client can create the state or prove that no call creates it; emulators may offer a switch of ' +
      'their own.',
  },
  {
    id: 'UN-03',
    statement:
      'The promise to keep what is deleted ends when the subscription is cancelled (levels with ' +
      '`Purgeable`) or is no longer available (levels without it).',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['TSP-S DeletionRecoveryLevel', 'TSP-K DeletionRecoveryLevel', 'TSP-C DeletionRecoveryLevel'],
    unobservable: 'Only the loss of the whole subscription shows it, and then no client can ask any more.',
  },
];
