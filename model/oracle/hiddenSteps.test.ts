import { describe, expect, it } from 'vitest';
import { later, NOW, WINDOW } from '../testing/calls.ts';
import {
  CONTENT,
  DELETED,
  DELETED_AT,
  DELETING,
  datesOf,
  LIVE,
  NEVER,
  PURGING,
  RECOVERING,
  V1,
  V2,
} from '../testing/states.ts';
import { DAY } from '../window.ts';
import type { ObjectState } from '../world/objectState.ts';
import { hiddenSteps, PATIENCE } from './hiddenSteps.ts';

/** Where an object may be some seconds after `NOW`, each with a mark where it should have been left by then. */
function reached(object: ObjectState, seconds: number): readonly string[] {
  return hiddenSteps(object, later(seconds), PATIENCE).map(
    (place) => `${place.object.phase}${place.overdue ? ' (overdue)' : ''}`,
  );
}

/** Seconds from `NOW` to the scheduled purge of the tests' object. */
const PURGE = DELETED_AT + 90 * DAY - NOW;

describe('a transition', () => {
  it('should be over at any moment', () => {
    expect(reached(DELETING, 0)).toEqual(['deleting', 'deleted']);
    expect(reached(RECOVERING, 0)).toEqual(['recovering', 'live']);
    expect(reached(PURGING, 0)).toEqual(['purging', 'absent']);
  });

  it('should be overdue when the patience is over, and not a second before', () => {
    const last = WINDOW.to + PATIENCE.settle - NOW;
    expect(reached(DELETING, last)).toEqual(['deleting', 'deleted']);
    expect(reached(DELETING, last + 1)).toEqual(['deleting (overdue)', 'deleted']);
    expect(reached(RECOVERING, last + 1)).toEqual(['recovering (overdue)', 'live']);
    expect(reached(PURGING, last + 1)).toEqual(['purging (overdue)', 'absent']);
  });

  it('should never be overdue when nobody saw it begin', () => {
    const { since: _since, ...unseen } = DELETING;
    expect(reached(unseen, 10 * DAY)).toEqual(['deleting', 'deleted']);
  });

  it('should lead to an object that may still refuse to be written, for as long as the patience lasts (RC-08)', () => {
    const [, live] = hiddenSteps(RECOVERING, later(10), PATIENCE);
    expect(live?.object).toEqual({ phase: 'live', content: CONTENT, recovered: WINDOW });
    const [, settled] = hiddenSteps(RECOVERING, later(400), PATIENCE);
    expect(settled?.object).toEqual(LIVE);
  });

  it('should leave the ids of what was purged', () => {
    const [, free] = hiddenSteps(PURGING, later(1), PATIENCE);
    expect(free?.object).toEqual({ phase: 'absent', gone: 'purged', former: [V1, V2] });
  });
});

describe('the retention', () => {
  it('should keep what is deleted until the second of its scheduled purge (RT-09)', () => {
    expect(reached(DELETED, PURGE - 2)).toEqual(['deleted']);
    expect(reached(DELETED, PURGE - 1)).toEqual(['deleted', 'absent']);
    expect(reached(DELETED, PURGE)).toEqual(['deleted', 'absent']);
  });

  it('should be overdue when the time for the sweep is over (RT-10)', () => {
    expect(reached(DELETED, PURGE + PATIENCE.purgeLag + 1)).toEqual(['deleted', 'absent']);
    expect(reached(DELETED, PURGE + PATIENCE.purgeLag + 2)).toEqual(['deleted (overdue)', 'absent']);
  });

  it('should end while a deletion has not been seen to settle', () => {
    expect(reached(DELETING, PURGE)).toEqual(['deleting (overdue)', 'deleted', 'absent']);
  });

  it('should possibly be over where the dates were not seen, but not before it can be', () => {
    expect(reached({ ...DELETED, deletion: {} }, 0)).toEqual(['deleted', 'absent']);
    const unseen = { ...DELETED, deletion: { notBefore: NOW + 7 * DAY } };
    expect(reached(unseen, 7 * DAY - 2)).toEqual(['deleted']);
    expect(reached(unseen, 7 * DAY)).toEqual(['deleted', 'absent']);
    expect(reached(unseen, 100 * DAY)).toEqual(['deleted', 'absent']);
  });

  it('should go by the dates once they were seen', () => {
    expect(reached({ ...DELETED, deletion: { notBefore: NOW, ...datesOf() } }, 8 * DAY)).toEqual(['deleted']);
  });

  it('should leave the ids of what expired', () => {
    const [, expired] = hiddenSteps(DELETED, later(PURGE), PATIENCE);
    expect(expired?.object).toEqual({ phase: 'absent', gone: 'expired', former: [V1, V2] });
  });
});

it('should leave alone what nothing is happening to', () => {
  expect(reached(NEVER, 100 * DAY)).toEqual(['absent']);
  expect(reached(LIVE, 100 * DAY)).toEqual(['live']);
});
