import { describe, expect, it } from 'vitest';
import type { Fields } from '../../fields.ts';
import { callOf, commandOf } from '../../testing/calls.ts';
import { invalidity, LIMITS } from './invalidRequest.ts';

function set(input: Fields): ReturnType<typeof invalidity> {
  return invalidity(callOf(commandOf({ op: 'set', name: 'a', input })));
}

function tags(count: number): Fields {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`t${i}`, 'x']));
}

describe('the name', () => {
  it.each(['a', '0', '-', 'A-1', 'x'.repeat(127)])('should be allowed: %s', (name) => {
    expect(invalidity(callOf(commandOf({ op: 'get', name })))).toBeUndefined();
  });

  it.each([
    ['', ['LM-01', 'ER-13']],
    ['a_b', ['LM-01', 'ER-13']],
    ['a.b', ['LM-01', 'ER-13']],
    ['ä', ['LM-01', 'ER-13']],
    ['a b', ['LM-01', 'ER-13']],
    // What a name that is too long is refused with nobody recorded.
    ['x'.repeat(128), ['LM-01']],
  ])('should be refused, or not routed at all: %j', (name, rules) => {
    const invalid = invalidity(callOf(commandOf({ op: 'get', name })));
    expect(invalid?.rules).toEqual(rules);
    expect(invalid?.patterns.flatMap(({ status }) => status)).toEqual([400, 404, 405]);
    expect(invalid?.unspecified).toBeUndefined();
  });
});

describe('the api-version', () => {
  it('should be refused when it is missing (ER-04) or none (LM-07)', () => {
    expect(invalidity(callOf(commandOf({ op: 'get', name: 'a', apiVersion: null })))?.rules).toEqual([
      'ER-04',
    ]);
    expect(invalidity(callOf(commandOf({ op: 'get', name: 'a', apiVersion: '0.0' })))?.rules).toEqual([
      'LM-07',
    ]);
  });

  it.each(['7.0', '7.4-preview.1', '2016-10-01', '2025-07-01', '2015-06-01-preview'])(
    'should be allowed to the service, and perhaps not to another target: %s',
    (apiVersion) => {
      const command = commandOf({ op: 'get', name: 'a', apiVersion });
      expect(invalidity(callOf(command, { service: true }))).toBeUndefined();
      expect(invalidity(callOf(command))).toMatchObject({ rules: ['LM-07'], unspecified: true });
    },
  );

  it('should hide nothing else that is wrong with a request', () => {
    const command = commandOf({ op: 'get', name: 'a_b', apiVersion: '7.4' });
    expect(invalidity(callOf(command))).toMatchObject({ rules: ['LM-01', 'ER-13'] });
    expect(invalidity(callOf(command))?.unspecified).toBeUndefined();
  });
});

describe('the page size', () => {
  it.each([1, 25])('should be allowed: %d', (maxResults) => {
    expect(invalidity(callOf(commandOf({ op: 'list', maxResults })))).toBeUndefined();
  });

  it.each([0, 26, -1, 1.5])('should be decided by no source: %d', (maxResults) => {
    expect(invalidity(callOf(commandOf({ op: 'list', maxResults })))).toMatchObject({
      rules: ['LS-06'],
      unspecified: true,
    });
  });
});

describe('the body', () => {
  it('should be allowed up to each limit', () => {
    expect(set({ value: '' })).toBeUndefined();
    expect(set({ value: 'x'.repeat(LIMITS.surelyAccepted) })).toBeUndefined();
    expect(set({ value: 'v', contentType: 'c'.repeat(LIMITS.contentType) })).toBeUndefined();
    expect(set({ value: 'v', tags: tags(LIMITS.tags) })).toBeUndefined();
    expect(set({ value: 'v', tags: { ['k'.repeat(LIMITS.tag)]: 'x'.repeat(LIMITS.tag) } })).toBeUndefined();
  });

  it.each([
    ['a value longer than 25600 bytes', { value: 'x'.repeat(LIMITS.value + 1) }],
    ['a value longer than 25600 bytes', { value: 'ä'.repeat(LIMITS.value / 2 + 1) }],
    [
      'a content type longer than 255 characters',
      { value: 'v', contentType: 'c'.repeat(LIMITS.contentType + 1) },
    ],
    ['more than 15 tags', { value: 'v', tags: tags(LIMITS.tags + 1) }],
    ['a tag longer than 512 characters', { value: 'v', tags: { k: 'x'.repeat(LIMITS.tag + 1) } }],
    ['a tag longer than 512 characters', { value: 'v', tags: { ['k'.repeat(LIMITS.tag + 1)]: 'v' } }],
  ])('should be refused for %s, with a code that no source tells', (because, input) => {
    expect(set(input)).toEqual({ patterns: [{ status: [400], refusal: {} }], rules: ['LM-05'], because });
  });

  it('should be decided by nobody between 25,000 and 25,600 bytes of value', () => {
    expect(set({ value: 'x'.repeat(LIMITS.surelyAccepted + 1) })).toMatchObject({ unspecified: true });
    expect(set({ value: 'x'.repeat(LIMITS.value) })).toMatchObject({ unspecified: true });
  });

  it('should be refused without a value (LS-10)', () => {
    expect(set({ contentType: 'text/plain' })?.rules).toEqual(['LS-10']);
    expect(set({ value: 7 })?.rules).toEqual(['LS-10']);
    expect(invalidity(callOf(commandOf({ op: 'update', name: 'a', input: {} })))).toBeUndefined();
  });

  it('should be refused in any way when it is broken', () => {
    const broken = commandOf({ op: 'set', name: 'a', input: {}, broken: 'not-json' });
    expect(invalidity(callOf(broken))?.patterns[0]?.status).toContain(415);
  });

  it('should be taken to be right where a recorder did not keep it', () => {
    expect(invalidity(callOf(commandOf({ op: 'set', name: 'a', input: 'unrecorded' })))).toBeUndefined();
  });
});
