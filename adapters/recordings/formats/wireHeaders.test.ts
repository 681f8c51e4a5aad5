import { describe, expect, it } from 'vitest';
import { dateOf, headersFromObject, headersFromPairs } from './wireHeaders.ts';

describe('headersFromPairs', () => {
  it('should join headers that are repeated, but for those that HTTP allows once', () => {
    const pairs = [
      ['Via', 'a'],
      ['via', 'b'],
      ['Date', 'first'],
      ['date', 'second'],
    ] as const;
    expect(headersFromPairs(pairs)).toEqual({ via: 'a, b', date: 'first' });
  });

  it('should leave out cookies, and what HTTP/2 writes like headers', () => {
    expect(
      headersFromPairs([
        ['Set-Cookie', 's'],
        [':status', '200'],
        ['', 'x'],
      ]),
    ).toEqual({});
  });
});

describe('headersFromObject', () => {
  it('should take values and lists of values', () => {
    expect(headersFromObject({ A: ['1', '2'], B: 'x', C: 5, D: null, E: { f: 1 } })).toEqual({
      a: '1, 2',
      b: 'x',
      c: '5',
    });
  });

  it('should take anything else for no headers', () => {
    for (const odd of [undefined, null, 'a: b', ['a', 'b'], 7]) expect(headersFromObject(odd)).toEqual({});
  });
});

describe('dateOf', () => {
  it('should read the Date header as Unix seconds', () => {
    expect(dateOf({ date: 'Tue, 14 Nov 2023 22:13:20 GMT' })).toBe(1_700_000_000);
  });

  it.each(['', 'Sanitized', '2023', '2023-11-14T22:13:20Z', 'Tue, 99 Xxx 2023 22:13:20 GMT'])(
    'should know nothing of a date that was replaced: %j',
    (date) => {
      expect(dateOf({ date })).toBeUndefined();
    },
  );
});
