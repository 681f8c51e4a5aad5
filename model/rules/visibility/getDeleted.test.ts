import { describe, expect, it } from 'vitest';
import { step } from '../../step.ts';
import { allowed, allowedByPhase } from '../../testing/allowed.ts';
import { deletedView, fits, refusalOf } from '../../testing/answers.ts';
import { callOf, commandOf } from '../../testing/calls.ts';
import {
  contentOf,
  DELETED,
  datesOf,
  LEGACY,
  PROTECTED,
  RECOVERING,
  SOFT,
  UNKNOWN,
  V1,
  V2,
  versionOf,
} from '../../testing/states.ts';

const GET_DELETED = commandOf({ op: 'getDeleted', name: 'a' });
const DISABLED = { ...DELETED, content: contentOf(versionOf(V2, { enabled: false })) };

describe('GET of a deleted secret', () => {
  it('should find what is deleted, and nothing else once a transition has settled', () => {
    expect(allowedByPhase(GET_DELETED)).toEqual({
      absent: ['404 SecretNotFound > absent'],
      live: ['404 SecretNotFound > live'],
      deleting: ['404 SecretNotFound > deleting'],
      deleted: ['200 with the object > deleted'],
      recovering: ['200 with the object > recovering', '404 SecretNotFound > recovering'],
      purging: ['404 SecretNotFound > purging'],
    });
  });

  it('should show while a recovery settles what was deleted, with or without its known dates', () => {
    const [outcome] = step(callOf(GET_DELETED), { settings: SOFT, object: RECOVERING });
    expect(outcome?.rules).toEqual(['RC-07', 'AS-03']);
    expect(fits(outcome, deletedView(V2, datesOf()))).toBe(true);
    expect(fits(outcome, deletedView(V1, datesOf()))).toBe(false);
  });

  it('should be refused for a disabled secret, although no value would show (LS-03, ER-10)', () => {
    expect(allowed(GET_DELETED, DISABLED)).toEqual(['403 Forbidden / SecretDisabled > deleted']);
  });

  it('should be refused in other words by the service until February 2021', () => {
    const at = Date.UTC(2020, 5, 1) / 1000;
    const window = { from: at, to: at + 1 };
    expect(allowed(GET_DELETED, DISABLED, SOFT, { service: true, window })).toContain(
      '403 Forbidden / AccessDenied > deleted',
    );
    expect(allowed(GET_DELETED, DISABLED, SOFT, { window })).toEqual([
      '403 Forbidden / SecretDisabled > deleted',
    ]);
  });

  it('should be refused in a vault without soft delete (SD-07)', () => {
    expect(allowed(GET_DELETED, DELETED, LEGACY)).toEqual(['4xx > deleted']);
    expect(allowed(GET_DELETED, DELETED, LEGACY, { service: true })).toContain('400 NotSupported > deleted');
  });

  it('should tell that a vault has no soft delete, or that it has', () => {
    const [legacy, found] = step(callOf(GET_DELETED), { settings: UNKNOWN, object: DELETED });
    expect(legacy?.tells?.(refusalOf(400, 'NotSupported'))).toEqual({ softDelete: false });
    expect(found?.tells?.(deletedView(V2, datesOf()))).toMatchObject({ ...SOFT, customRetention: false });
  });
});

describe('the answer of GET of a deleted secret', () => {
  const [outcome] = step(callOf(GET_DELETED), { settings: SOFT, object: DELETED });

  it('should repeat the dates of the deletion (RT-11)', () => {
    expect(fits(outcome, deletedView(V2, datesOf()))).toBe(true);
    const { deletedDate, scheduledPurgeDate } = datesOf();
    const moved = { deletedDate: deletedDate + 60, scheduledPurgeDate: scheduledPurgeDate + 60 };
    expect(fits(outcome, deletedView(V2, moved))).toBe(false);
  });

  it('should never show a value (LS-03)', () => {
    expect(fits(outcome, deletedView(V2, { ...datesOf(), value: 'value of 2' }))).toBe(false);
  });

  it('should show a level that allows no purge under protection (PP-09)', () => {
    const [guarded] = step(callOf(GET_DELETED), { settings: PROTECTED, object: DELETED });
    expect(fits(guarded, deletedView(V2, { ...datesOf(), recoveryLevel: 'Recoverable' }))).toBe(true);
    expect(fits(guarded, deletedView(V2, datesOf()))).toBe(false);
  });

  it('should make dates known that were not', () => {
    const [first] = step(callOf(GET_DELETED), { settings: SOFT, object: { ...DELETED, deletion: {} } });
    expect(first?.next(deletedView(V2, datesOf()))).toMatchObject({ phase: 'deleted', deletion: datesOf() });
  });
});
