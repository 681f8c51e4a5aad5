import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { wrapAfter, wrapLine } from './wrap.ts';

describe('wrapLine', () => {
  it('should keep every word and no line wider than allowed', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '中'), minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 2, max: 20 }), (words, width) => {
        const lines = wrapLine(words.join(' '), width);
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      }),
    );
  });

  it('should break at blanks before it breaks words', () => {
    expect(wrapLine('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapLine('x abcdefghij y', 4)).toEqual(['x', 'abcd', 'efgh', 'ij y']);
    expect(wrapLine('', 4)).toEqual(['']);
  });
});

describe('wrapAfter', () => {
  it('should indent what follows by the width of the label', () => {
    expect(wrapAfter('- ', 'one two three', 9)).toEqual(['- one two', '  three']);
  });
});
