import { describe, expect, it } from 'vitest';
import { step } from '../step.ts';
import { refusalOf, viewOf } from '../testing/answers.ts';
import { callOf, commandOf, later, NOW } from '../testing/calls.ts';
import { DELETED, DELETING, LIVE, PURGING, RECOVERING, SOFT, V2 } from '../testing/states.ts';
import type { ObjectState } from '../world/objectState.ts';
import { type Attempt, attempts, distance } from './explanation.ts';
import { PATIENCE } from './hiddenSteps.ts';
import { departuresOf, expectations, nearestOf, neverSettled } from './nearest.ts';

const SET = commandOf({ op: 'set', name: 'a', input: { value: 'new' } });

function tried(
  objects: readonly ObjectState[],
  answer: Parameters<typeof attempts>[3],
  at = 0,
): readonly Attempt[] {
  return attempts(callOf(SET, { window: later(at) }), objects, SOFT, answer, PATIENCE);
}

describe('nearestOf', () => {
  it('should be the one with the least that differs', () => {
    const nearest = nearestOf(tried([DELETING], refusalOf(409, 'Conflict', 'ObjectIsBeingDeletedx')));
    expect(nearest && distance(nearest)).toBe(200);
  });

  it('should tell a settled state rather than a transition, where both are as near', () => {
    expect(nearestOf(tried([DELETING], refusalOf(409, 'Conflict', 'Other')))?.object.phase).toBe('deleted');
  });

  it('should be one in time, though an overdue one be nearer', () => {
    const all = tried([RECOVERING], refusalOf(409, 'Conflict', 'ObjectIsBeingRecovered'), 1000);
    expect(all.find(({ overdue }) => overdue)?.differences).toEqual([]);
    expect(nearestOf(all)).toMatchObject({ overdue: false, object: { phase: 'live' } });
  });

  it('should be none of none', () => {
    expect(nearestOf([])).toBeUndefined();
  });
});

describe('departuresOf', () => {
  it('should say what was called, where, which rule it breaks and what differs', () => {
    const answer = viewOf('3'.repeat(32), { value: 'new', created: NOW, updated: NOW });
    const all = tried([DELETED], answer);
    const nearest = nearestOf(all);
    expect(nearest && departuresOf(SET, answer, all, nearest)).toMatchObject([
      {
        signature: 'SetSecret | deleted | NR-01 | status 200',
        severity: 'wrong-outcome',
        operation: 'SetSecret',
        state: 'deleted',
        differs: 'status is 200 where the rules allow 409',
        expected: [
          { answer: '409 Conflict / ObjectIsDeletedButRecoverable', rules: ['NR-01', 'ER-05', 'ER-02'] },
        ],
        observed: '200',
        wrongOutcome: true,
      },
    ]);
  });

  it('should have the same signature for the same fault of another item of a list or another time', () => {
    const wrong = (code: string): string => {
      const answer = refusalOf(409, 'Conflict', code);
      const all = tried([DELETED], answer);
      const nearest = nearestOf(all);
      return nearest ? (departuresOf(SET, answer, all, nearest)[0]?.signature ?? '') : '';
    };
    expect(wrong('Other')).toBe('SetSecret | deleted | ER-05 | inner code Other');
    expect(wrong('Another')).not.toBe(wrong('Other'));
  });

  it('should be one for each field that is wrong, and have the same cause in whatever state', () => {
    const get = commandOf({ op: 'get', name: 'a' });
    const causes = (object: ObjectState): readonly string[] => {
      const answer = viewOf(V2, { tags: { strange: 'tag' } }, ['created']);
      const all = attempts(callOf(get), [object], SOFT, answer, PATIENCE);
      const nearest = nearestOf(all);
      return nearest ? departuresOf(get, answer, all, nearest).map(({ cause }) => cause) : [];
    };
    expect(causes(LIVE)).toHaveLength(2);
    expect(causes(LIVE)).toContain('created missing');
    expect(causes({ ...LIVE, recovered: later(0) })).toEqual(causes(LIVE));
  });

  it('should tell the dates of times', () => {
    const get = commandOf({ op: 'get', name: 'a' });
    const answer = viewOf(V2, { created: NOW });
    const all = attempts(callOf(get), [LIVE], SOFT, answer, PATIENCE);
    const nearest = nearestOf(all);
    expect(nearest && departuresOf(get, answer, all, nearest)[0]?.differs).toContain(
      '(2026-06-01T00:00:00Z)',
    );
  });
});

describe('neverSettled', () => {
  it.each([
    [RECOVERING, 'AS-01', refusalOf(409, 'Conflict', 'ObjectIsBeingRecovered')],
    [PURGING, 'NR-09', refusalOf(409, 'Conflict', 'ObjectIsBeingDeleted')],
  ] as const)('should name the rule by which %o must have been left', (object, rule, answer) => {
    const all = tried([object], answer, 1000);
    const overdue = all.find((attempt) => attempt.overdue);
    expect(overdue && neverSettled(SET, answer, all, overdue)).toMatchObject({
      signature: `SetSecret | ${object.phase} | ${rule} | never settled`,
      rules: expect.arrayContaining([rule]),
      wrongOutcome: true,
    });
  });

  it('should be reachable data where the retention is over', () => {
    const get = commandOf({ op: 'getDeleted', name: 'a' });
    const all = attempts(callOf(get, { window: later(1e8) }), [DELETED], SOFT, refusalOf(404, 'x'), PATIENCE);
    const overdue = all.find((attempt) => attempt.overdue);
    expect(overdue && neverSettled(get, refusalOf(404, 'x'), all, overdue)).toMatchObject({
      severity: 'data-reachable',
      rules: ['RT-10', 'RT-14'],
    });
  });
});

describe('expectations', () => {
  it('should tell each answer once, with the rules of all outcomes that allow it', () => {
    const outcomes = [
      ...step(callOf(SET), { settings: SOFT, object: DELETING }),
      ...step(callOf(SET), { settings: SOFT, object: PURGING }),
    ];
    expect(expectations(outcomes)).toEqual([
      { answer: '409 Conflict / ObjectIsBeingDeleted', rules: ['AS-03', 'ER-07', 'NR-09', 'AS-05'] },
    ]);
  });

  it('should tell when an answer is allowed', () => {
    expect(expectations(step(callOf(SET), { settings: SOFT, object: DELETING }))[0]?.when).toBe(
      'while the deletion settles',
    );
  });
});
