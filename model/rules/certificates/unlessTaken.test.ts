import { describe, expect, it } from 'vitest';
import { matchAnswer } from '../../pattern/pattern.ts';
import { step } from '../../step.ts';
import { callOf, commandOf } from '../../testing/calls.ts';
import { SOFT } from '../../testing/states.ts';

const CREATE = {
  ...commandOf({ op: 'create', name: 'a', input: { policy: {} } }),
  kind: 'certificate',
} as const;
const CALL = callOf(CREATE, { service: true, namesake: 'unknown' });

function isAllowed(message: string, inner?: string): boolean {
  const refusal = { code: 'Conflict', message, ...(inner !== undefined && { inner }) };
  const outcomes = step(CALL, { settings: SOFT, object: { phase: 'absent' } });
  return outcomes.some(
    ({ pattern }) =>
      matchAnswer(pattern, { status: 409, refusal, oddities: [] }, { service: true }).length === 0,
  );
}

describe('a certificate whose name a key or secret may have (CR-02)', () => {
  it('should be refused in words that no source tells', () => {
    expect(isAllowed('The name is taken by a secret.')).toBe(true);
  });

  it('should not be refused in the words of another conflict, with a code that does not go with them', () => {
    const text =
      'Certificate a is currently in a deleted but recoverable state, and its name cannot be reused.';
    expect(isAllowed(text, 'ObjectIsBeingDeleted')).toBe(false);
    expect(isAllowed("There was a conflict restoring the certificate 'c'.", 'ObjectIsBeingDeleted')).toBe(
      false,
    );
  });
});
