import { describe, expect, it } from 'vitest';
import { step } from '../../step.ts';
import { allowed, allowedByPhase } from '../../testing/allowed.ts';
import { refusalOf } from '../../testing/answers.ts';
import { callOf, commandOf, WINDOW } from '../../testing/calls.ts';
import { DELETED, LEGACY, LIVE, PROTECTED, SOFT, UNKNOWN, V1, V2 } from '../../testing/states.ts';

const PURGE = commandOf({ op: 'purge', name: 'a' });
const PROTECTION = '403 Forbidden';

describe('purge', () => {
  it('should take what is deleted, and find nothing elsewhere', () => {
    expect(allowedByPhase(PURGE)).toEqual({
      absent: ['404 SecretNotFound > absent'],
      live: ['404 SecretNotFound > live', '(unspecified) 4xx > live'],
      deleting: ['409 Conflict / ObjectIsBeingDeleted > deleting'],
      deleted: ['204 > purging'],
      recovering: ['404 SecretNotFound > recovering', '409 Conflict / ObjectIsBeingRecovered > recovering'],
      purging: [
        '204 > purging',
        '404 SecretNotFound > purging',
        '409 Conflict / ObjectIsBeingDeleted > purging',
      ],
    });
  });

  it('should be refused under purge protection, whatever else might be refused too (PP-05, OQ-10)', () => {
    expect(allowed(PURGE, DELETED, PROTECTED)).toEqual([`${PROTECTION} > deleted`]);
    expect(allowed(PURGE, LIVE, PROTECTED)).toEqual([
      `${PROTECTION} > live`,
      '404 SecretNotFound > live',
      '(unspecified) 4xx > live',
    ]);
  });

  it('should never be allowed in a protected subscription (UN-01)', () => {
    expect(allowed(PURGE, DELETED, { ...SOFT, protectedSubscription: true })).toEqual(['4xx > deleted']);
  });

  it('should be refused in a vault without soft delete (SD-07)', () => {
    expect(allowed(PURGE, DELETED, LEGACY)).toEqual(['4xx > deleted']);
  });

  it('should possibly conflict with a recovery that was asked for a moment ago', () => {
    expect(allowed(PURGE, { ...LIVE, recovered: WINDOW })).toEqual([
      '404 SecretNotFound > live',
      '409 Conflict / ObjectIsBeingRecovered > live',
      '(unspecified) 4xx > live',
    ]);
  });

  it('should be refused in no unheard way in recordings of the service', () => {
    expect(allowed(PURGE, LIVE, SOFT, { service: true })).not.toContain('(unspecified) 4xx > live');
  });

  it('should name SD-08 where something live is spared', () => {
    const [outcome] = step(callOf(PURGE), { settings: SOFT, object: LIVE });
    expect(outcome?.rules).toContain('SD-08');
  });

  it('should tell whether the vault is protected', () => {
    const outcomes = step(callOf(PURGE), { settings: UNKNOWN, object: DELETED });
    const told = outcomes.map(({ tells }) => tells?.(refusalOf(403, 'Forbidden')));
    expect(told).toContainEqual({ softDelete: true, purgeProtection: false });
    expect(told).toContainEqual({ softDelete: true, purgeProtection: true });
  });

  it('should leave the ids of the versions that are gone, for none may come back (NR-08)', () => {
    const [outcome] = step(callOf(PURGE), { settings: SOFT, object: DELETED });
    expect(outcome?.next()).toEqual({ phase: 'purging', since: WINDOW, former: [V1, V2] });
  });
});
