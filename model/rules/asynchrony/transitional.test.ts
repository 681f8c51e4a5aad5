import { expect, it } from 'vitest';
import { inWords } from '../../testing/allowed.ts';
import { callOf, commandOf, WINDOW } from '../../testing/calls.ts';
import { LIVE, STATES } from '../../testing/states.ts';
import { transitional } from './transitional.ts';

const CALL = callOf(commandOf({ op: 'update', name: 'a', input: {} }));

it('should name the transition that a call meets, and nothing where there is none (AS-03)', () => {
  const words = Object.entries(STATES).map(([phase, object]) => [
    phase,
    transitional(CALL, object).map(inWords),
  ]);
  expect(Object.fromEntries(words)).toEqual({
    absent: [],
    live: [],
    deleting: ['409 Conflict / ObjectIsBeingDeleted > deleting'],
    deleted: [],
    recovering: ['409 Conflict / ObjectIsBeingRecovered > recovering'],
    purging: ['409 Conflict / ObjectIsBeingDeleted > purging'],
  });
});

it('should name the recovery of what is live again, for as long as it may not have settled', () => {
  expect(transitional(CALL, { ...LIVE, recovered: WINDOW }).map(inWords)).toEqual([
    '409 Conflict / ObjectIsBeingRecovered > live',
  ]);
});

it('should leave every transition as it is', () => {
  for (const object of Object.values(STATES)) {
    for (const { next, when } of transitional(CALL, object)) {
      expect(next()).toBe(object);
      expect(when).toMatch(/^while the \w+ settles$/);
    }
  }
});
