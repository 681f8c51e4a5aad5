import { expect, it } from 'vitest';
import { DELETED, LIVE, STATES } from '../testing/states.ts';
import { canonicalKey, distinct } from './stateSet.ts';

it('should keep one of equal states, whatever the order of their fields', () => {
  const same = { content: LIVE.content, phase: 'live' } as const;
  expect(distinct([LIVE, same, DELETED])).toHaveLength(2);
});

it('should keep states that differ', () => {
  const states = Object.values(STATES);
  expect(distinct(states)).toEqual(states);
  expect(distinct([DELETED, { ...DELETED, deletion: {} }])).toHaveLength(2);
});

it('should give equal keys to equal states alone', () => {
  expect(canonicalKey(LIVE)).toBe(canonicalKey(structuredClone(LIVE)));
  expect(canonicalKey(LIVE)).not.toBe(
    canonicalKey({ ...LIVE, content: { ...LIVE.content, complete: false } }),
  );
});
