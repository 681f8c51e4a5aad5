import { expect, it } from 'vitest';
import { PATIENCE } from '../../model/oracle/hiddenSteps.ts';
import { type FirstLivesOptions, firstLives } from './firstLives.ts';
import { recurrences } from './lives.ts';
import { pagedLists } from './pagedLists.ts';
import { stepsOf } from './testing/proposedSteps.ts';
import { tours } from './tours.ts';
import { undeletable } from './undeletable.ts';

const usual = { softDelete: true, retentionDays: 90, purgeProtection: false };
const options: FirstLivesOptions = {
  kind: 'secret',
  kinds: ['secret'],
  settings: [usual, { ...usual, retentionDays: 7 }],
  patience: PATIENCE,
  hasClock: true,
  hasVaults: true,
  hasUndeletable: true,
};

const texts = (proposals: readonly Parameters<typeof stepsOf>[0][]): readonly string[] =>
  proposals.map((proposal) => JSON.stringify(stepsOf(proposal)));

it('should be all tours, recurrences and lists of several pages, and one of each sort soon', () => {
  const first = texts(firstLives(options));
  const all = [
    ...texts(tours(options, ['secret'])),
    ...texts(undeletable(options)),
    ...texts(recurrences(options)),
    ...texts(pagedLists(options)),
  ];
  expect([...first].sort()).toEqual([...all].sort());
  expect(first.slice(0, 2)).toEqual([all[0], texts(recurrences(options))[0]]);
});

it('should leave out subscriptions in which nobody purges where there are none', () => {
  const without = texts(firstLives({ ...options, hasUndeletable: false }));
  const theirs = texts(undeletable(options));
  expect(without.filter((text) => theirs.includes(text))).toEqual([]);
});
