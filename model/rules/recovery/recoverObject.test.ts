import { describe, expect, it } from 'vitest';
import { step } from '../../step.ts';
import { allowed, allowedByPhase } from '../../testing/allowed.ts';
import { fits, viewOf } from '../../testing/answers.ts';
import { callOf, commandOf, NOW, WINDOW } from '../../testing/calls.ts';
import {
  contentOf,
  DELETED,
  datesOf,
  LEGACY,
  LIVE,
  PROTECTED,
  SOFT,
  V1,
  V2,
  versionOf,
} from '../../testing/states.ts';

const RECOVER = commandOf({ op: 'recover', name: 'a' });

describe('recover', () => {
  it('should bring back what is deleted, and find nothing elsewhere', () => {
    expect(allowedByPhase(RECOVER)).toEqual({
      absent: ['404 SecretNotFound > absent'],
      live: ['404 SecretNotFound > live', '(unspecified) 4xx > live'],
      deleting: ['409 Conflict / ObjectIsBeingDeleted > deleting'],
      deleted: ['200 with the object > recovering'],
      recovering: [
        '404 SecretNotFound > recovering',
        '409 Conflict > recovering',
        '409 Conflict / ObjectIsBeingRecovered > recovering',
      ],
      purging: ['404 SecretNotFound > purging', '409 Conflict / ObjectIsBeingDeleted > purging'],
    });
  });

  it('should be allowed under purge protection (PP-07)', () => {
    const [outcome] = step(callOf(RECOVER), { settings: PROTECTED, object: DELETED });
    expect(outcome?.rules).toEqual(expect.arrayContaining(['RC-01', 'PP-07', 'RT-09']));
  });

  it('should possibly conflict with a recovery that was asked for a moment ago', () => {
    expect(allowed(RECOVER, { ...LIVE, recovered: WINDOW })).toEqual([
      '404 SecretNotFound > live',
      '409 Conflict / ObjectIsBeingRecovered > live',
      '(unspecified) 4xx > live',
    ]);
  });

  it('should be refused in a vault without soft delete (SD-07)', () => {
    expect(allowed(RECOVER, DELETED, LEGACY)).toEqual(['4xx > deleted']);
  });

  it('should possibly be refused for what a certificate owns, which nobody tried (CR-04)', () => {
    const owned = { ...DELETED, content: { ...DELETED.content, owned: true } };
    expect(allowed(RECOVER, owned)).toEqual([
      '403 Forbidden / SecretManagedByKeyVault > deleted',
      '200 with the object > recovering',
    ]);
  });
});

describe('the answer of recover', () => {
  const [outcome] = step(callOf(RECOVER), { settings: SOFT, object: DELETED });

  it('should show the latest version as it was, without dates and without its value (RC-02)', () => {
    expect(fits(outcome, viewOf(V2, {}, ['value']))).toBe(true);
    expect(fits(outcome, viewOf(V2))).toBe(false);
    expect(fits(outcome, viewOf(V1, {}, ['value']))).toBe(false);
    expect(fits(outcome, viewOf(V2, datesOf(), ['value']))).toBe(false);
    expect(fits(outcome, viewOf(V2, { updated: NOW }, ['value']))).toBe(false);
  });

  it('should not enable what was disabled', () => {
    const disabled = { ...DELETED, content: contentOf(versionOf(V2, { enabled: false })) };
    const [recovered] = step(callOf(RECOVER), { settings: SOFT, object: disabled });
    expect(fits(recovered, viewOf(V2, { enabled: false }, ['value']))).toBe(true);
    expect(fits(recovered, viewOf(V2, {}, ['value']))).toBe(false);
  });

  it('should lead to the whole content, recovered once more', () => {
    expect(outcome?.next(viewOf(V2, {}, ['value']))).toMatchObject({
      phase: 'recovering',
      since: WINDOW,
      content: { recoveries: 1, versions: [{ id: V1 }, { id: V2, facts: { value: 'value of 2' } }] },
    });
  });
});
