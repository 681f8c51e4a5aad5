import { expect, it } from 'vitest';
import { CONTENT, contentOf, STATES, V1, V2 } from '../testing/states.ts';
import { anythingOf, idsOf } from './objectState.ts';

it('should take a name in a vault that others have used to be in any phase', () => {
  expect(anythingOf('secret').map(({ phase }) => phase)).toEqual(Object.keys(STATES));
});

it('should take a vault to be deleted and recovered at once (DL-11)', () => {
  expect(anythingOf('vault').map(({ phase }) => phase)).toEqual(['absent', 'live', 'deleted', 'purging']);
});

it('should tell the ids of the versions that are known', () => {
  expect(idsOf(CONTENT)).toEqual([V1, V2]);
  expect(idsOf(contentOf({ facts: {} }))).toEqual([]);
});
