import { describe, expect, it } from 'vitest';
import { step } from '../../step.ts';
import { allowedByPhase } from '../../testing/allowed.ts';
import { fits, refusalOf, viewOf } from '../../testing/answers.ts';
import { callOf, commandOf, NOW } from '../../testing/calls.ts';
import { CONTENT, DELETED, NEVER, PURGED, PURGING, SOFT, V1, V2 } from '../../testing/states.ts';

const RESTORE = commandOf({ op: 'restore', blob: 'blob' });

describe('restore', () => {
  it('should bring back a name that is free, and overwrite nothing (BK-04)', () => {
    expect(allowedByPhase(RESTORE, SOFT, { snapshot: CONTENT })).toEqual({
      absent: ['200 with the object > live'],
      live: ['409 Conflict > live'],
      deleting: ['409 Conflict > deleting'],
      deleted: ['409 Conflict > deleted'],
      recovering: ['409 Conflict > recovering'],
      purging: ['409 Conflict > purging'],
    });
  });

  it('should possibly be refused where nobody knows what the blob is', () => {
    expect(allowedByPhase(RESTORE).absent).toEqual([
      '200 with the object > live',
      '400 Malformed backup blob > absent',
    ]);
  });

  it('should be refused as such when the blob is none (BK-06)', () => {
    expect(allowedByPhase(commandOf({ op: 'restore', blob: 'none', malformed: true }))).toEqual(
      Object.fromEntries(
        ['absent', 'live', 'deleting', 'deleted', 'recovering', 'purging'].map((phase) => [
          phase,
          [`400 Malformed backup blob > ${phase}`],
        ]),
      ),
    );
  });

  it('should have no inner code while a purge settles, as recorded, and any where nothing was recorded', () => {
    const conflict = refusalOf(409, 'Conflict', 'ObjectIsDeletedButRecoverable');
    const call = callOf(RESTORE, { snapshot: CONTENT });
    expect(step(call, { settings: SOFT, object: PURGING }).some((outcome) => fits(outcome, conflict))).toBe(
      false,
    );
    expect(step(call, { settings: SOFT, object: DELETED }).some((outcome) => fits(outcome, conflict))).toBe(
      true,
    );
  });
});

describe('the answer of restore', () => {
  const [outcome] = step(callOf(RESTORE, { snapshot: CONTENT }), { settings: SOFT, object: PURGED });

  it('should show the latest version as it was backed up, without its value (BK-03)', () => {
    expect(fits(outcome, viewOf(V2, {}, ['value']))).toBe(true);
    expect(fits(outcome, viewOf(V2))).toBe(false);
    expect(fits(outcome, viewOf(V1, {}, ['value']))).toBe(false);
    expect(fits(outcome, viewOf(V2, { updated: NOW }, ['value']))).toBe(false);
  });

  it('should name BK-08 and NR-03 where the name had been purged', () => {
    expect(outcome?.rules).toEqual(['BK-03', 'BK-08', 'NR-03']);
    const [first] = step(callOf(RESTORE, { snapshot: CONTENT }), { settings: SOFT, object: NEVER });
    expect(first?.rules).toEqual(['BK-03']);
  });

  it('should lead to all versions with their values', () => {
    expect(outcome?.next(viewOf(V2, {}, ['value']))).toMatchObject({
      phase: 'live',
      content: { complete: true, versions: [{ id: V1 }, { id: V2, facts: { value: 'value of 2' } }] },
    });
  });
});
