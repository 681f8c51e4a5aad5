import { expect, it } from 'vitest';
import { step } from '../../step.ts';
import { fits, refusalOf } from '../../testing/answers.ts';
import { callOf } from '../../testing/calls.ts';
import { ABSENT } from '../../world/objectState.ts';

const REFUSED = refusalOf(400, 'BadParameter');

function allows(command: object, service: boolean): boolean {
  const call = callOf({ vault: 'v', name: 'a', ...command } as never, { service });
  return step(call, { settings: {}, object: ABSENT }).some((outcome) => fits(outcome, REFUSED, service));
}

it.each([
  { op: 'use', kind: 'key', use: 'decrypt', input: {} },
  { op: 'create', kind: 'certificate', input: { policy: { issuer: { name: 'Unheard' } } } },
  { op: 'import', kind: 'certificate', input: { value: '<value:01234567>' } },
  { op: 'update', kind: 'secret', input: { nbf: 2, exp: 1 } },
  { op: 'set', kind: 'issuer', input: { provider: 'Unheard' } },
])('should let a recorded request be wrong in ways that no rule speaks of: %j', (command) => {
  expect(allows(command, true)).toBe(true);
  expect(allows(command, false)).toBe(false);
});

it('should let no request be wrong that says nothing but a name', () => {
  expect(allows({ op: 'delete', kind: 'secret' }, true)).toBe(false);
  expect(allows({ op: 'get', kind: 'secret' }, true)).toBe(false);
});
