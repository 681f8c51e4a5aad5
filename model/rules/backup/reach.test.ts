import { describe, expect, it } from 'vitest';
import { step } from '../../step.ts';
import { inWords } from '../../testing/allowed.ts';
import { callOf, commandOf } from '../../testing/calls.ts';
import { SOFT } from '../../testing/states.ts';
import { ABSENT } from '../../world/objectState.ts';
import type { Place } from '../../world/place.ts';
import { canRestore } from './reach.ts';

const place = (location: string, subscription = 's'): Place => ({ location, subscription });

describe('the reach of a backup (BK-05)', () => {
  it.each([
    ['in its own region', place('westeurope'), 'yes'],
    ['in a region of its geography', place('northeurope'), 'yes'],
    ['in another geography', place('eastus'), 'no'],
    ['in a region of which nobody knows the geography', place('atlantis'), 'unknown'],
    ['in another subscription', place('westeurope', 'other'), 'no'],
    ['where the place is not known', undefined, 'unknown'],
  ] as const)('should be told %s', (_, to, expected) => {
    expect(canRestore(place('westeurope'), to)).toBe(expected);
  });

  it('should let nothing but a refusal come of a restore beyond it', () => {
    const restore = commandOf({ op: 'restore', blob: 'b' });
    const outcomes = (location: string): readonly string[] =>
      step(callOf(restore, { origin: place('westeurope') }), {
        settings: { ...SOFT, place: place(location) },
        object: ABSENT,
      }).map(inWords);
    expect(outcomes('eastus')).toEqual([expect.stringMatching(/^4xx.* > absent$/)]);
    expect(outcomes('northeurope')[0]).toMatch(/^200 .*> live$/);
  });
});
