import { describe, expect, it } from 'vitest';
import { describeField, type FieldPattern, fits } from './fieldPattern.ts';

const WITHIN: FieldPattern = { within: { from: 100.4, to: 101.2 } };

describe('fits', () => {
  it('should take anything, and nothing, where nothing is known', () => {
    expect(fits({ unknown: true }, undefined)).toBe(true);
    expect(fits({ unknown: true }, 'x')).toBe(true);
  });

  it('should take a value and nothing for something optional, but not another value', () => {
    const pattern: FieldPattern = { optional: { is: 'x' } };
    expect([fits(pattern, undefined), fits(pattern, 'x'), fits(pattern, 'y')]).toEqual([true, true, false]);
  });

  it('should take only nothing where nothing may stand', () => {
    expect([fits({ absent: true }, undefined), fits({ absent: true }, null)]).toEqual([true, false]);
  });

  it('should compare objects without regard to the order of their keys', () => {
    expect(fits({ is: { a: 1, b: [2] } }, { b: [2], a: 1 })).toBe(true);
    expect(fits({ is: { a: 1 } }, { a: 1, b: 2 })).toBe(false);
    expect(fits({ is: ['a', 'b'] }, ['b', 'a'])).toBe(false);
  });

  it('should ask for a value where one must be', () => {
    expect(fits({ is: 'x' }, undefined)).toBe(false);
    expect(fits({ oneOf: [true, false] }, undefined)).toBe(false);
    expect(fits({ any: 'string' }, undefined)).toBe(false);
  });

  it('should take one of several values', () => {
    expect([fits({ oneOf: [1, 2] }, 2), fits({ oneOf: [1, 2] }, 3)]).toEqual([true, false]);
  });

  it.each([
    ['string', 'x', 1],
    ['integer', 1, '1'],
    ['list', [], {}],
    ['object', {}, []],
  ] as const)('should take any %s and nothing else', (any, right, wrong) => {
    expect([fits({ any }, right), fits({ any }, wrong)]).toEqual([true, false]);
  });

  it('should take the seconds of a call, two seconds more on either side, and no more', () => {
    expect([97, 98, 100, 104, 105].map((at) => fits(WITHIN, at))).toEqual([false, true, true, true, false]);
    expect(fits(WITHIN, '100')).toBe(false);
  });
});

describe('describeField', () => {
  it('should put every pattern into words', () => {
    expect(describeField({ unknown: true })).toBe('anything');
    expect(describeField({ optional: { is: 1 } })).toBe('nothing or 1');
    expect(describeField({ absent: true })).toBe('nothing');
    expect(describeField({ oneOf: ['a', 'b'] })).toBe('"a" or "b"');
    expect(describeField({ any: 'string' })).toBe('a string');
    expect(describeField({ any: 'integer' })).toBe('a number');
    expect(describeField({ any: 'list' })).toBe('a list');
    expect(describeField({ any: 'object' })).toBe('an object');
    expect(describeField({ within: { from: 0.5, to: 60 } })).toMatch(
      /^the time of the call, 0 \(1970-01-01T00:00:00Z\)/,
    );
  });
});
