import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Difference } from '../pattern/difference.ts';
import { deletedView, refusalOf, viewOf } from '../testing/answers.ts';
import { callOf, commandOf, NOW } from '../testing/calls.ts';
import { DELETED, datesOf, LIVE, PURGED, SOFT, V1, V2, V3 } from '../testing/states.ts';
import { DAY } from '../window.ts';
import type { ObjectState } from '../world/objectState.ts';
import { attempts } from './explanation.ts';
import { faultsOf } from './faults.ts';
import { PATIENCE } from './hiddenSteps.ts';
import { nearestOf } from './nearest.ts';

/** The rules that an answer breaks, by the answer that it is nearest to. */
function broken(command: Command, object: ObjectState, answer: Answer): readonly string[] {
  const nearest = nearestOf(attempts(callOf(command), [object], SOFT, answer, PATIENCE));
  return nearest ? [...new Set(faultsOf(command, answer, nearest).flatMap(({ rules }) => rules))] : [];
}

const DELETE = commandOf({ op: 'delete', name: 'a' });
const GET_DELETED = commandOf({ op: 'getDeleted', name: 'a' });
const SET = commandOf({ op: 'set', name: 'a', input: { value: 'new' } });

describe('the rules that a fault breaks', () => {
  it('should name the rules of the outcome for a wrong status, not those of its details', () => {
    const rules = broken(DELETE, LIVE, refusalOf(404, 'SecretNotFound'));
    expect(rules[0]).toBe('DL-01');
    expect(rules).not.toContain('RT-06');
  });

  it('should name the rule of a field that has one', () => {
    expect(broken(DELETE, LIVE, deletedView(V2, { recoveryLevel: 'Recoverable' }))).toEqual(['PP-09']);
    expect(broken(DELETE, LIVE, deletedView(V2, { recoverableDays: 7 }))).toEqual(['RT-02']);
    expect(broken(DELETE, LIVE, deletedView(V2, { recoveryId: 'x' }))).toEqual(['DL-02']);
  });

  it('should name what the operation keeps for a field that has no rule of its own', () => {
    expect(broken(DELETE, LIVE, deletedView(V2, { tags: { strange: 'tag' } }))).toEqual(['DL-08']);
  });

  it('should name each rule of several fields', () => {
    const answer = deletedView(V2, { recoverableDays: 7, recoveryId: 'x' });
    expect([...broken(DELETE, LIVE, answer)].sort()).toEqual(['DL-02', 'RT-02']);
  });

  it('should tell what is wrong about a date', () => {
    const span = deletedView(V2, { scheduledPurgeDate: NOW + 91 * DAY });
    const late = deletedView(V2, { deletedDate: NOW - 100, scheduledPurgeDate: NOW - 100 + 90 * DAY });
    const none = deletedView(V2);
    const { deletedDate: _date, ...fields } = none.object?.fields ?? {};
    expect(broken(DELETE, LIVE, span)).toEqual(['RT-06']);
    expect(broken(DELETE, LIVE, late)).toEqual(['RT-08']);
    expect(broken(DELETE, LIVE, { ...none, object: { name: 'a', version: V2, fields } })).toEqual(['RT-13']);
    expect(
      broken(GET_DELETED, DELETED, deletedView(V2, { deletedDate: NOW, scheduledPurgeDate: NOW + 90 * DAY })),
    ).toEqual(['RT-11']);
    expect(broken(commandOf({ op: 'get', name: 'a' }), LIVE, viewOf(V2, datesOf()))).toEqual(['RT-13']);
  });

  it('should tell what is wrong about a version', () => {
    expect(broken(DELETE, LIVE, deletedView(V1))).toEqual(['LS-09']);
    expect(broken(DELETE, LIVE, deletedView('short'))).toEqual(['LS-09']);
    const fields = { value: 'new', created: NOW, updated: NOW };
    expect(broken(SET, PURGED, viewOf(V1, fields))).toEqual(['NR-08']);
    expect(broken(SET, LIVE, viewOf(V1, fields))).toEqual(['LS-09']);
    expect(broken(SET, LIVE, viewOf(V3.slice(1), fields))).toEqual(['LS-09']);
  });

  it('should name the rule of the code for a wrong code', () => {
    expect(broken(SET, DELETED, refusalOf(409, 'Conflict', 'Other'))).toEqual(['ER-05']);
    expect(broken(SET, DELETED, refusalOf(409, 'Other', 'ObjectIsDeletedButRecoverable'))).toEqual(['ER-05']);
  });
});

describe('what a fault is', () => {
  const texts = (differences: readonly Difference[]) => {
    const nearest = nearestOf(attempts(callOf(GET_DELETED), [DELETED], SOFT, deletedView(V2), PATIENCE));
    if (!nearest) throw new RangeError('no outcome');
    return faultsOf(GET_DELETED, deletedView(V2), { ...nearest, differences }).map(({ what }) => what);
  };
  const surplus = (field: string) => ({ field, expected: 'nothing', observed: '"P-256"', weight: 1 });
  const odd = (field: string) => ({
    field,
    expected: 'the shape that this answer has',
    observed: 'missing',
    weight: 1,
  });

  it('should be one for a whole key, and one for a single member of it', () => {
    expect(texts(['kty', 'crv', 'x', 'y'].map(surplus))).toEqual(['key surplus']);
    expect(texts([surplus('crv'), surplus('value')])).toEqual(['crv surplus', 'value surplus']);
  });

  it('should be one for a body without its id', () => {
    const body = { field: 'body', expected: 'an object', observed: 'nothing', weight: 1 };
    expect(texts([body, odd('id')])).toEqual(['id malformed']);
    expect(texts([body])).toEqual(['body missing']);
  });
});
