import { describe, expect, it } from 'vitest';
import { step } from '../../step.ts';
import { allowed, allowedByPhase } from '../../testing/allowed.ts';
import { fits, viewOf } from '../../testing/answers.ts';
import { callOf, commandOf } from '../../testing/calls.ts';
import { CONTENT, contentOf, LIVE, SOFT, V1, V2, V3, versionOf } from '../../testing/states.ts';
import { UNKNOWN_CONTENT } from '../../world/content.ts';
import type { Live } from '../../world/objectState.ts';
import { goneRules } from './getObject.ts';

const GET = commandOf({ op: 'get', name: 'a' });
const GET_FIRST = commandOf({ op: 'get', name: 'a', version: V1 });
const DISABLED: Live = {
  phase: 'live',
  content: contentOf(versionOf(V1), versionOf(V2, { enabled: false })),
};

function live(content: Live['content']): Live {
  return { phase: 'live', content };
}

describe('GET of a secret', () => {
  it.each([GET, GET_FIRST])('should find what is live, and nothing else: %o', (command) => {
    expect(allowedByPhase(command)).toEqual({
      absent: ['404 SecretNotFound > absent'],
      live: ['200 with the object > live'],
      deleting: ['404 SecretNotFound > deleting'],
      deleted: ['404 SecretNotFound > deleted'],
      recovering: ['404 SecretNotFound > recovering'],
      purging: ['404 SecretNotFound > purging'],
    });
  });

  it('should be refused when the version is disabled, and by id only for that version (ER-10)', () => {
    expect(allowed(GET, DISABLED)).toEqual(['403 Forbidden / SecretDisabled > live']);
    expect(allowed(GET_FIRST, DISABLED)).toEqual(['200 with the object > live']);
  });

  it('should not find a version that is none of all that are known', () => {
    const other = commandOf({ op: 'get', name: 'a', version: V3 });
    expect(allowed(other, LIVE)).toEqual(['404 SecretNotFound > live']);
    expect(allowed(other, live({ ...CONTENT, complete: false }))).toEqual([
      '200 with the object > live',
      '403 Forbidden / SecretDisabled > live',
      '404 SecretNotFound > live',
    ]);
  });

  it('should show the current version and its value', () => {
    const [outcome] = step(callOf(GET), { settings: SOFT, object: LIVE });
    expect(fits(outcome, viewOf(V2))).toBe(true);
    expect(fits(outcome, viewOf(V1))).toBe(false);
    expect(fits(outcome, viewOf(V2, { value: 'another' }))).toBe(false);
    expect(fits(outcome, viewOf(V2, {}, ['value']))).toBe(false);
  });

  it('should show an older version by its id, in whatever letters', () => {
    const upper = commandOf({ op: 'get', name: 'a', version: 'abc'.repeat(10).toUpperCase() });
    const object = live(contentOf(versionOf('abc'.repeat(10)), versionOf(V2)));
    const [outcome] = step(callOf(upper), { settings: SOFT, object });
    expect(fits(outcome, viewOf('abc'.repeat(10), { value: 'value of a' }))).toBe(true);
  });

  it('should show any version where it is not known which one is current', () => {
    const object = live({ ...CONTENT, currentKnown: false });
    const outcomes = step(callOf(GET), { settings: SOFT, object });
    expect(outcomes.filter((outcome) => fits(outcome, viewOf(V1)))).toHaveLength(1);
    expect(outcomes.filter((outcome) => fits(outcome, viewOf(V2)))).toHaveLength(1);
  });

  it('should name RC-01 and RC-02 for an object that was recovered', () => {
    const [outcome] = step(callOf(GET), { settings: SOFT, object: live({ ...CONTENT, recoveries: 1 }) });
    expect(outcome?.rules).toEqual(expect.arrayContaining(['RC-01', 'RC-02']));
  });
});

describe('what is known after GET of a secret', () => {
  it('should be everything that it showed', () => {
    const [outcome] = step(callOf(GET), { settings: SOFT, object: live(UNKNOWN_CONTENT) });
    expect(outcome?.next(viewOf(V2, { tags: { a: '1' } }))).toMatchObject({
      content: {
        currentKnown: true,
        complete: false,
        versions: [{ id: V2, facts: { value: 'value of 2', tags: { a: '1' }, contentType: null } }],
      },
    });
  });

  it('should be that the version is disabled, when it was refused', () => {
    const object = live(contentOf({ id: V1, facts: {} }));
    const refused = step(callOf(GET), { settings: SOFT, object }).at(-1);
    expect(refused?.next()).toMatchObject({ content: { versions: [{ id: V1, facts: { enabled: false } }] } });
  });
});

describe('goneRules', () => {
  it('should tell by which rules an object is gone', () => {
    expect(goneRules('purged')).toEqual(['PG-01', 'RC-05']);
    expect(goneRules('expired')).toEqual(['RT-10', 'RT-14']);
    expect(goneRules('destroyed')).toEqual(['SD-06']);
  });
});
