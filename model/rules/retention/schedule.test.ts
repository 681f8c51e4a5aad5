import { describe, expect, it } from 'vitest';
import { matchObject, type ObjectPattern } from '../../pattern/objectPattern.ts';
import { deletedView } from '../../testing/answers.ts';
import { callOf, commandOf, NOW } from '../../testing/calls.ts';
import { datesOf, SOFT, UNKNOWN, V2 } from '../../testing/states.ts';
import { DAY } from '../../window.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import { deletionDates } from './deletionDates.ts';
import { withDeletion } from './schedule.ts';

const PLAIN: ObjectPattern = { name: 'a', version: { is: V2 }, fields: {}, relations: [] };
const CALL = callOf(commandOf({ op: 'delete', name: 'a' }));

function wrong(
  fields: Parameters<typeof deletedView>[1],
  deletion: Parameters<typeof withDeletion>[2],
  settings: KnownSettings = SOFT,
): readonly string[] {
  const { object } = deletedView(V2, fields);
  const shown = Object.entries(object?.fields ?? {}).filter(([field]) => /Date$|Id$/.test(field));
  const view = { name: 'a', version: V2, fields: Object.fromEntries(shown) };
  return matchObject(withDeletion(CALL, PLAIN, deletion, settings), view).map(({ field }) => field);
}

describe('what a deleted object shows beside the object', () => {
  it('should be its recovery id and its dates, exactly the retention apart (RT-06)', () => {
    expect(wrong({}, 'now')).toEqual([]);
    expect(wrong({ recoveryId: 'secrets/a' }, 'now')).toEqual(['recoveryId']);
    expect(wrong({ scheduledPurgeDate: NOW + 90 * DAY - 1 }, 'now')).toEqual(['scheduledPurgeDate']);
    expect(wrong({ deletedDate: NOW - 10, scheduledPurgeDate: NOW - 10 + 90 * DAY }, 'now')).toEqual([
      'deletedDate',
    ]);
  });

  it('should be the dates that are known, once they are (RT-11)', () => {
    expect(wrong(datesOf(), datesOf())).toEqual([]);
    expect(wrong({}, datesOf())).toEqual(['deletedDate', 'scheduledPurgeDate']);
    expect(wrong(datesOf(), {})).toEqual([]);
  });

  it('should be a retention that exists, in a vault of which nothing is known', () => {
    expect(wrong({ scheduledPurgeDate: NOW + 30 * DAY }, 'now', UNKNOWN)).toEqual([]);
    expect(wrong({ scheduledPurgeDate: NOW + 6 * DAY }, 'now', UNKNOWN)).toEqual(['scheduledPurgeDate']);
    expect(wrong({ scheduledPurgeDate: NOW + 30 * DAY }, 'now', { customRetention: false })).toEqual([
      'scheduledPurgeDate',
    ]);
  });
});

describe('deletionDates', () => {
  it('should be the dates that are numbers (RT-07)', () => {
    expect(deletionDates({ deletedDate: 1, scheduledPurgeDate: 2 })).toEqual({
      deletedDate: 1,
      scheduledPurgeDate: 2,
    });
    expect(deletionDates({ deletedDate: '1' })).toEqual({});
  });
});
