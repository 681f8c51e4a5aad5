import { describe, expect, it } from 'vitest';
import type { Fields } from '../../fields.ts';
import { step } from '../../step.ts';
import { allowed, allowedByPhase } from '../../testing/allowed.ts';
import { fits, viewOf } from '../../testing/answers.ts';
import { callOf, commandOf, NOW, WINDOW } from '../../testing/calls.ts';
import { CONTENT, contentOf, LIVE, SOFT, V1, V2, V3, versionOf } from '../../testing/states.ts';
import type { Live } from '../../world/objectState.ts';

const UPDATE = commandOf({ op: 'update', name: 'a', input: { enabled: false, tags: { a: '1' } } });

function answerOf(version: string, fields: Fields): ReturnType<typeof viewOf> {
  return viewOf(version, { updated: NOW, ...fields }, ['value']);
}

function factsAfter(command: typeof UPDATE, object: Live): readonly unknown[] {
  const after = step(callOf(command), { settings: SOFT, object })[0]?.next();
  return after && 'content' in after ? after.content.versions.map(({ facts }) => facts) : [];
}

describe('PATCH of a secret', () => {
  it('should change what is live, and find nothing elsewhere', () => {
    expect(allowedByPhase(UPDATE)).toEqual({
      absent: ['404 SecretNotFound > absent'],
      live: ['200 with the object > live'],
      deleting: ['404 SecretNotFound > deleting', '409 Conflict / ObjectIsBeingDeleted > deleting'],
      deleted: ['404 SecretNotFound > deleted'],
      recovering: ['404 SecretNotFound > recovering', '409 Conflict / ObjectIsBeingRecovered > recovering'],
      purging: ['404 SecretNotFound > purging', '409 Conflict / ObjectIsBeingDeleted > purging'],
    });
  });

  it('should possibly conflict with a recovery that was asked for a moment ago (AS-03)', () => {
    expect(allowed(UPDATE, { ...LIVE, recovered: WINDOW })).toContain(
      '409 Conflict / ObjectIsBeingRecovered > live',
    );
  });

  it('should not find a version that does not exist', () => {
    const other = commandOf({ op: 'update', name: 'a', version: V3, input: {} });
    expect(allowed(other, LIVE)).toEqual(['404 SecretNotFound > live']);
    expect(allowed(other, { ...LIVE, content: { ...CONTENT, complete: false } })).toEqual([
      '200 with the object > live',
      '404 SecretNotFound > live',
    ]);
  });

  it('should work on a disabled secret (LS-11)', () => {
    const disabled = { ...LIVE, content: contentOf(versionOf(V1, { enabled: false })) };
    expect(allowed(UPDATE, disabled)).toEqual(['200 with the object > live']);
  });

  it('should be refused for what a certificate owns (CR-04)', () => {
    const owned = { ...LIVE, content: contentOf(versionOf(V1, { managed: true })) };
    expect(allowed(UPDATE, owned)).toEqual(['403 Forbidden / SecretManagedByKeyVault > live']);
  });
});

describe('the answer of PATCH', () => {
  const [outcome] = step(callOf(UPDATE), { settings: SOFT, object: LIVE });

  it('should show what was sent, everything else as it was, and no value', () => {
    expect(fits(outcome, answerOf(V2, { enabled: false, tags: { a: '1' } }))).toBe(true);
    expect(fits(outcome, answerOf(V2, { enabled: true, tags: { a: '1' } }))).toBe(false);
    expect(fits(outcome, answerOf(V2, { enabled: false, tags: { a: '1' }, contentType: 'x' }))).toBe(false);
    expect(fits(outcome, viewOf(V2, { updated: NOW, enabled: false, tags: { a: '1' } }))).toBe(false);
  });

  it('should be updated at the time of the call', () => {
    expect(fits(outcome, answerOf(V2, { enabled: false, tags: { a: '1' }, updated: NOW - 60 }))).toBe(false);
  });
});

describe('what is known after PATCH', () => {
  it('should be what was sent, but for the time, when the reply was lost', () => {
    const [, current] = factsAfter(UPDATE, LIVE);
    expect(current).toMatchObject({ enabled: false, tags: { a: '1' }, value: 'value of 2' });
    expect(current).not.toHaveProperty('updated');
  });

  it('should not be another value, whatever the request said (LS-11)', () => {
    const sneaky = commandOf({ op: 'update', name: 'a', input: { value: 'sneaked in' } });
    expect(factsAfter(sneaky, LIVE)[1]).toMatchObject({ value: 'value of 2' });
  });

  it('should be less of every version, when the reply was lost and the current one was not known', () => {
    const unsure: Live = { ...LIVE, content: { ...CONTENT, currentKnown: false } };
    for (const facts of factsAfter(UPDATE, unsure)) {
      expect(facts).toMatchObject({ value: expect.any(String) });
      expect(facts).not.toHaveProperty('enabled');
    }
  });

  it('should be the version that was named, and stay where it was among the others', () => {
    const first = commandOf({ op: 'update', name: 'a', version: V1, input: { enabled: false } });
    expect(factsAfter(first, LIVE)).toMatchObject([{ enabled: false }, { enabled: true }]);
  });

  it('should be next to nothing where a recorder did not keep what was sent', () => {
    const unrecorded = commandOf({ op: 'update', name: 'a', input: 'unrecorded' });
    const [, facts] = factsAfter(unrecorded, LIVE);
    expect(facts).toMatchObject({ value: 'value of 2' });
    expect(facts).not.toHaveProperty('tags');
  });
});
