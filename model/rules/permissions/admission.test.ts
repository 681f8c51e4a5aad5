import { describe, expect, it } from 'vitest';
import type { Command } from '../../command.ts';
import type { Outcome } from '../../outcome.ts';
import type { PermissionModel, Principal } from '../../principal.ts';
import { step } from '../../step.ts';
import { inWords } from '../../testing/allowed.ts';
import { type Brief, callOf, commandOf } from '../../testing/calls.ts';
import { DELETED, LIVE, PROTECTED, SOFT } from '../../testing/states.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import { ABSENT, type ObjectState } from '../../world/objectState.ts';

const PURGE: Brief<Command> = { op: 'purge', name: 'a' };
const CREATOR: Principal = { policy: { secrets: ['get', 'delete', 'recover'] } };

function by(
  caller: Principal,
  brief: Brief<Command>,
  object: ObjectState,
  settings: KnownSettings = SOFT,
  permissionModel: PermissionModel = 'access-policies',
): readonly Outcome[] {
  return step(callOf(commandOf(brief), { caller }), { settings: { ...settings, permissionModel }, object });
}

function words(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map(inWords);
}

describe('a caller without the permission', () => {
  it('should be refused by the model that the vault uses, and change nothing', () => {
    expect(words(by(CREATOR, PURGE, DELETED))).toEqual(['403 Forbidden / ForbiddenByPolicy > deleted']);
    expect(words(by(CREATOR, PURGE, DELETED, SOFT, 'roles'))).toEqual([
      '403 Forbidden / ForbiddenByRbac > deleted',
    ]);
  });

  it('should not be told about purge protection', () => {
    expect(words(by(CREATOR, PURGE, DELETED, PROTECTED))).toEqual([
      '403 Forbidden / ForbiddenByPolicy > deleted',
    ]);
  });

  it('should be told that there is nothing only by another reading (OQ-10)', () => {
    const readings = by(CREATOR, PURGE, ABSENT).map((outcome) => [inWords(outcome), outcome.reading?.[1]]);
    expect(readings).toEqual([
      ['403 Forbidden / ForbiddenByPolicy > absent', 'permission-first'],
      ['404 SecretNotFound > absent', 'object-first'],
    ]);
  });

  it('should be refused by the rules of the operation and of what it has instead', () => {
    const rules = (caller: Principal, model: PermissionModel): readonly string[] =>
      by(caller, PURGE, DELETED, SOFT, model)[0]?.rules ?? [];
    expect(rules(CREATOR, 'access-policies')).toEqual(['PG-05', 'PM-01', 'PM-04', 'ER-11', 'ER-02']);
    expect(rules({ roles: ['Key Vault Reader'] }, 'roles')).toContain('PM-06');
    expect(rules({ roles: ['Key Vault Purge Operator'] }, 'roles')).toContain('PM-09');
    expect(rules({ roles: ['Owner'] }, 'access-policies')).toContain('PM-07');
    expect(rules({ policy: { secrets: ['purge'] } }, 'roles')).toContain('PM-02');
    expect(rules({ policy: { keys: ['purge'] } }, 'access-policies')).toContain('PM-16');
  });
});

describe('a caller with the permission', () => {
  it('should be answered as anybody, by the rules that permit it', () => {
    const outcomes = by({ policy: { secrets: ['delete'] } }, { op: 'delete', name: 'a' }, LIVE);
    expect(words(outcomes)).toEqual(
      words(step(callOf(commandOf({ op: 'delete', name: 'a' })), { settings: SOFT, object: LIVE })),
    );
    expect(outcomes.map(({ permits }) => permits)).toEqual(outcomes.map(() => ['DL-04', 'PM-01', 'PM-02']));
  });
});

describe('a caller whose token is not good', () => {
  it('should get 401, whether or not the object exists (ER-03)', () => {
    for (const token of ['missing', 'expired', 'other-audience', 'forged'] as const) {
      for (const object of [ABSENT, LIVE, DELETED]) {
        const outcomes = by({ ...CREATOR, token }, PURGE, object);
        expect(words(outcomes)).toEqual([`401 Unauthorized > ${object.phase}`]);
        expect(outcomes[0]?.pattern.challenge).toBe(true);
      }
    }
  });
});

describe('a caller of whom nothing is known', () => {
  it('should be let in or refused', () => {
    const outcomes = step(callOf(commandOf(PURGE), { caller: 'unknown' }), {
      settings: SOFT,
      object: DELETED,
    });
    expect(outcomes.map(({ pattern }) => pattern.status[0])).toEqual(expect.arrayContaining([204, 403]));
  });
});
