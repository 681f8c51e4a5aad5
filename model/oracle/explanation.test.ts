import { expect, it } from 'vitest';
import { refusalOf } from '../testing/answers.ts';
import { callOf, commandOf } from '../testing/calls.ts';
import { DELETING, LIVE, SOFT } from '../testing/states.ts';
import { attempts, distance } from './explanation.ts';
import { PATIENCE } from './hiddenSteps.ts';

const SET = callOf(commandOf({ op: 'set', name: 'a', input: { value: 'new' } }));

it('should hold an answer against every outcome in every state that the object may have reached', () => {
  const answer = refusalOf(409, 'Conflict', 'ObjectIsDeletedButRecoverable');
  const all = attempts(SET, [DELETING, LIVE], SOFT, answer, PATIENCE);
  expect(all.map(({ object, differences }) => [object.phase, differences.length === 0])).toEqual([
    ['deleting', false],
    ['deleted', true],
    ['live', false],
  ]);
});

it('should tell how far an answer is from what is allowed', () => {
  const [first] = attempts(SET, [DELETING], SOFT, refusalOf(409, 'Other', 'Another'), PATIENCE);
  expect(first && distance(first)).toBe(500);
});
