import { describe, expect, it } from 'vitest';
import { matchAnswer } from '../../pattern/pattern.ts';
import { step } from '../../step.ts';
import { allowed, allowedByPhase } from '../../testing/allowed.ts';
import { fits, viewOf } from '../../testing/answers.ts';
import { callOf, commandOf, NOW, WINDOW } from '../../testing/calls.ts';
import {
  contentOf,
  DELETED,
  LIVE,
  NEVER,
  PROTECTED,
  PURGED,
  SOFT,
  UNKNOWN,
  V1,
  V2,
  V3,
  versionOf,
} from '../../testing/states.ts';

const SET = commandOf({
  op: 'set',
  name: 'a',
  input: { value: 'new', tags: { a: '1' }, contentType: 'text/plain' },
});
const ANSWER = viewOf(V3, {
  value: 'new',
  tags: { a: '1' },
  contentType: 'text/plain',
  created: NOW,
  updated: NOW,
});

describe('SetSecret', () => {
  it('should make a version of a name that is free or live, and be refused elsewhere', () => {
    expect(allowedByPhase(SET)).toEqual({
      absent: ['200 with the object > live'],
      live: ['200 with the object > live'],
      deleting: ['409 Conflict / ObjectIsBeingDeleted > deleting'],
      deleted: ['409 Conflict / ObjectIsDeletedButRecoverable > deleted'],
      recovering: ['409 Conflict / ObjectIsBeingRecovered > recovering'],
      purging: ['409 Conflict / ObjectIsBeingDeleted > purging'],
    });
  });

  it('should be allowed the same under purge protection', () => {
    expect(allowed(SET, DELETED, PROTECTED)).toEqual([
      '409 Conflict / ObjectIsDeletedButRecoverable > deleted',
    ]);
  });

  it('should possibly conflict with a recovery that was asked for a moment ago (RC-08)', () => {
    expect(allowed(SET, { ...LIVE, recovered: WINDOW })).toEqual([
      '200 with the object > live',
      '409 Conflict / ObjectIsBeingRecovered > live',
    ]);
  });

  it('should be refused for what a certificate owns (CR-04)', () => {
    const owned = { ...LIVE, content: contentOf(versionOf(V1, { managed: true })) };
    expect(allowed(SET, owned)).toEqual(['403 Forbidden / SecretManagedByKeyVault > live']);
  });
});

describe('the answer of SetSecret', () => {
  const [outcome] = step(callOf(SET), { settings: SOFT, object: LIVE });

  it('should show what was sent, under an id that no version has', () => {
    expect(fits(outcome, ANSWER)).toBe(true);
    expect(
      fits(outcome, { ...ANSWER, object: { name: 'a', fields: ANSWER.object?.fields ?? {}, version: V1 } }),
    ).toBe(false);
    expect(fits(outcome, viewOf(V3, { value: 'other', created: NOW, updated: NOW }))).toBe(false);
  });

  it('should be stamped with the time of the call', () => {
    expect(
      fits(outcome, viewOf(V3, { ...ANSWER.object?.fields, created: NOW - 60, updated: NOW - 60 })),
    ).toBe(false);
  });

  it('should carry one time, not two, where the service itself answers', () => {
    const twice = viewOf(V3, { ...ANSWER.object?.fields, created: NOW, updated: NOW + 1 });
    expect(fits(outcome, twice)).toBe(true);
    const [service] = step(callOf(SET, { service: true }), { settings: SOFT, object: LIVE });
    expect(matchAnswer(service?.pattern ?? { status: [] }, twice, { service: true })).toMatchObject([
      { field: 'updated', expected: 'the same as created' },
    ]);
  });

  it('should have none of the ids of what was purged (NR-08)', () => {
    const [anew] = step(callOf(SET), { settings: SOFT, object: PURGED });
    expect(anew?.rules).toContain('NR-08');
    expect(fits(anew, ANSWER)).toBe(true);
    expect(fits(anew, viewOf(V2, ANSWER.object?.fields))).toBe(false);
  });

  it('should show the level of the vault (PP-09)', () => {
    expect(fits(outcome, viewOf(V3, { ...ANSWER.object?.fields, recoveryLevel: 'Recoverable' }))).toBe(false);
    const [guarded] = step(callOf(SET), { settings: PROTECTED, object: LIVE });
    expect(fits(guarded, viewOf(V3, { ...ANSWER.object?.fields, recoveryLevel: 'Recoverable' }))).toBe(true);
  });

  it('should tell the settings of a vault of which nothing is known', () => {
    const [unknown] = step(callOf(SET), { settings: UNKNOWN, object: NEVER });
    expect(fits(unknown, ANSWER)).toBe(true);
    expect(unknown?.tells?.(ANSWER)).toMatchObject({ ...SOFT, customRetention: false });
  });
});

describe('what is known after SetSecret', () => {
  it('should be one more version, which is the current one', () => {
    const [outcome] = step(callOf(SET), { settings: SOFT, object: LIVE });
    const after = outcome?.next(ANSWER);
    expect(after && 'content' in after && after.content.versions.map(({ id }) => id)).toEqual([V1, V2, V3]);
  });

  it('should be all versions of a name that nothing held', () => {
    const [outcome] = step(callOf(SET), { settings: SOFT, object: NEVER });
    expect(outcome?.next(ANSWER)).toMatchObject({
      phase: 'live',
      content: { complete: true, currentKnown: true },
    });
  });

  it('should be a version without an id, when the reply was lost', () => {
    const [outcome] = step(callOf(SET), { settings: SOFT, object: NEVER });
    const after = outcome?.next();
    expect(after).toMatchObject({
      content: { versions: [{ facts: { value: 'new', enabled: true, exp: null } }] },
    });
    expect(after && 'content' in after && after.content.versions[0]?.id).toBeUndefined();
  });

  it('should be nothing of what a recorder did not keep', () => {
    const unrecorded = commandOf({ op: 'set', name: 'a', input: 'unrecorded' });
    const [outcome] = step(callOf(unrecorded), { settings: SOFT, object: NEVER });
    expect(fits(outcome, ANSWER)).toBe(true);
    expect(outcome?.next(ANSWER)).toMatchObject({ content: { versions: [{ facts: { value: 'new' } }] } });
  });
});
