import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { learn, sameJson } from './facts.ts';

describe('sameJson', () => {
  it('should find every value the same as a copy of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => sameJson(value as Json, structuredClone(value) as Json)),
    );
  });

  it('should not care for the order of keys, and should for that of items', () => {
    expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });

  it.each([
    [{}, []],
    [{ a: 1 }, { b: 1 }],
    [{ a: null }, {}],
    [[], [1]],
    [1, '1'],
    [null, undefined],
    [{}, null],
  ] as const)('should find %j and %j different', (a, b) => {
    expect(sameJson(a, b)).toBe(false);
    expect(sameJson(b, a)).toBe(false);
  });
});

describe('learn', () => {
  it('should know of a field that was not shown that it is absent, and of others what it knew', () => {
    expect(learn({ value: 'v', tags: { a: '1' } }, { enabled: true }, ['enabled', 'tags'])).toEqual({
      value: 'v',
      tags: null,
      enabled: true,
    });
  });
});
