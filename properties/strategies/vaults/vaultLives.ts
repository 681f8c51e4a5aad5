import fc from 'fast-check';
import type { Fields } from '../../../model/fields.ts';
import type { Step } from '../../steps/step.ts';
import { about, days, into, LOOKS, looksInto, newVault, SETTLED, secret, toPurge } from './vaultSteps.ts';
import type { Telling } from './vaultStories.ts';

/**
 * An arbitrary of sequences, for fast-check: whole lives of a vault and of two secrets in it, in turns that belong
 * together; at the end everything is looked at.
 */
export function vaultLives({ patience, hasClock }: Telling): fc.Arbitrary<readonly Step[]> {
  const timed = hasClock ? timedTurns(patience.purgeLag + 3) : [];
  return fc
    .record({
      input: fc.constantFrom(...BEGINNINGS),
      turns: fc.array(fc.constantFrom(...TURNS, ...timed), { minLength: 2, maxLength: 6, size: 'max' }),
    })
    .map(({ input, turns }) => [
      ...newVault(input),
      secret(1),
      ...turns.flat(),
      ...LOOKS,
      ...looksInto(1),
      ...looksInto(2),
    ]);
}

const BEGINNINGS: readonly Fields[] = [
  {},
  { softDeleteRetentionInDays: 7 },
  { softDeleteRetentionInDays: 7, enablePurgeProtection: true },
  { softDeleteRetentionInDays: 90, tags: { a: '1' } },
  { enablePurgeProtection: true },
];

const OBJECT: readonly (readonly Step[])[] = [1, 2].flatMap((slot) => [
  [secret(slot, slot)],
  [into('delete', slot), { settle: { slot } }, into('getDeleted', slot)],
  [into('recover', slot), { settle: { slot } }],
  [into('purge', slot), { settle: { slot } }],
]);

const TURNS: readonly (readonly Step[])[] = [
  ...OBJECT,
  [about('delete'), about('getDeleted')],
  [about('delete'), about('getDeleted'), ...looksInto(1)],
  [about('recover', { input: { tags: { recovered: 'yes' } } }), about('get'), ...looksInto(1)],
  [about('recover'), ...looksInto(2)],
  [about('delete'), about('purge'), SETTLED, about('getPurgeResult')],
  [about('purge'), SETTLED, ...newVault(), into('get', 1)],
  [about('create', { input: { tags: { put: 'again' } } }), SETTLED],
  [about('create', { where: 'other group' })],
  [about('create', { where: 'other subscription' }), SETTLED],
  [about('update', { input: { enablePurgeProtection: true } }), into('getDeleted', 1), into('purge', 1)],
  [about('update', { input: { softDeleteRetentionInDays: 7 } })],
  [about('update', { input: { tags: { patched: 'yes' } } })],
  [about('checkName'), about('listDeleted'), about('list')],
];

function timedTurns(late: number): readonly (readonly Step[])[] {
  return [
    [days(1)],
    [days(4)],
    [toPurge(0, -1), about('getDeleted')],
    [toPurge(0, late), about('getDeleted')],
    [toPurge(1, -1), into('getDeleted', 1)],
    [toPurge(1, late), into('getDeleted', 1)],
  ];
}
