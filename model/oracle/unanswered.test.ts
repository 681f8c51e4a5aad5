import { expect, it } from 'vitest';
import { commandOf } from '../testing/calls.ts';
import { unanswered } from './unanswered.ts';

it('should say that a call is never answered as it should be', () => {
  const judged = {
    judgement: 'unjudged',
    rules: [],
    state: { before: 'live', after: 'live or deleting' },
    departures: [],
    expected: [{ answer: '200 with the object', rules: ['DL-01'] }],
  } as const;
  const command = commandOf({ op: 'delete', name: 'a' });
  expect(unanswered(command, { lost: 'server-error', detail: 'answered 500' }, judged)).toEqual({
    signature: 'DeleteSecret | live | DL-01 | status 500',
    cause: 'DL-01 | status 500',
    severity: 'wrong-outcome',
    rules: ['DL-01'],
    operation: 'DeleteSecret',
    state: 'live',
    differs: "status 500 is a failure of the target's own",
    expected: judged.expected,
    observed: '500',
    wrongOutcome: true,
    isUnanswered: true,
  });
});

it('should say what is the matter with a request that is to be refused', () => {
  const judged = {
    judgement: 'unjudged',
    rules: [],
    state: { before: 'absent', after: 'absent' },
    departures: [],
    expected: [{ answer: '400 BadParameter', rules: ['LM-01'] }],
  } as const;
  const command = commandOf({ op: 'set', name: 'a_', input: { value: 'v' } });
  expect(unanswered(command, { lost: 'server-error', detail: 'answered 500' }, judged)).toMatchObject({
    cause: 'LM-01 | status 500 to a character that names do not have',
    differs: "status 500 is a failure of the target's own, for a character that names do not have",
  });
});
