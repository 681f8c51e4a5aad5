import { describe, expect, it } from 'vitest';
import type { Fields } from '../../fields.ts';
import type { Outcome } from '../../outcome.ts';
import { step } from '../../step.ts';
import { callOf } from '../../testing/calls.ts';
import { UNKNOWN } from '../../testing/states.ts';

/** What is allowed when a vault is asked for with these properties, where none of its name is. */
function makings(input: Fields, service = false): readonly Outcome[] {
  const command = {
    op: 'create',
    vault: 'management',
    kind: 'vault',
    name: 'legacy',
    input: { location: 'westus', tenantId: 't', sku: { family: 'A', name: 'standard' }, ...input },
  } as const;
  return step(callOf(command, { service }), { settings: UNKNOWN, object: { phase: 'absent' } });
}

/** The answers that make a vault, by what is then known of its soft delete. */
function softDeleteOf(outcomes: readonly Outcome[]): readonly unknown[] {
  return outcomes.flatMap(({ next }) => {
    const after = next({ status: 200, oddities: [] });
    if (!('content' in after)) return [];
    return [after.content.versions.at(-1)?.facts.enableSoftDelete];
  });
}

describe('a vault that is asked for without soft delete (X11)', () => {
  const outcomes = makings({ enableSoftDelete: false, accessPolicies: [] });

  it('should be made without it, be given it all the same, or be refused: the opt-out ended at some time', () => {
    const made = softDeleteOf(outcomes);
    expect(made).toContain(false);
    expect(made).toContain(true);
    expect(outcomes.some(({ pattern }) => pattern.status.every((status) => status === 400))).toBe(true);
    expect(outcomes.some(({ rules }) => rules.includes('SD-05'))).toBe(true);
  });

  it('should never come of a request that does not ask for it', () => {
    const made = softDeleteOf(makings({ accessPolicies: [], enableSoftDelete: true }));
    expect(made.length).toBeGreaterThan(0);
    expect(made).not.toContain(false);
  });
});
