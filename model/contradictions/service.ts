import type { Contradiction } from '../contradiction.ts';

/** Throttling, and what Managed HSM shares with vaults. */
export const SERVICE_CONTRADICTIONS: readonly Contradiction[] = [
  {
    id: 'X22',
    question: 'Do throttled calls count towards the limit?',
    readings: [
      {
        name: 'not-counted',
        claim: 'No.',
        sources: ['THR'],
      },
      {
        name: 'counted',
        claim: 'Yes, all requests count.',
        sources: ['THR'],
      },
    ],
    adopted: 'not-counted',
    standing: 'open',
    rules: ['LM-03'],
    why: 'Both sentences stand on one page; only a model of the limiter depends on it.',
  },
  {
    id: 'X23',
    question: 'How many transactions on HSM keys may a subscription make in 10 s?',
    readings: [
      {
        name: 'five-thousand',
        claim: '5,000.',
        sources: ['THR example'],
      },
      {
        name: 'ten-thousand',
        claim: '10,000: five times the 2,000 of a vault.',
        sources: ['THR', 'LIM'],
      },
    ],
    adopted: 'ten-thousand',
    standing: 'open',
    rules: ['LM-02'],
    why: 'The example dates from a lower limit of the vault.',
  },
  {
    id: 'X27',
    question: 'Can keys of a Managed HSM be rotated?',
    readings: [
      {
        name: 'vaults-only',
        claim: 'No, rotation and its policy exist in vaults only.',
        sources: ['KEY'],
      },
      {
        name: 'vaults-and-hsm',
        claim: 'Yes.',
        sources: ['MRT'],
      },
    ],
    adopted: 'vaults-and-hsm',
    standing: 'open',
    rules: ['KY-03'],
    why: 'A page of its own describes it; the general page is older.',
  },
];
