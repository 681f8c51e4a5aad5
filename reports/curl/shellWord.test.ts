import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, replaceInPieces, shellWord } from './shellWord.ts';

/** What bash makes of words, in one process for all of them. */
function expand(words: readonly string[], variables: string): readonly string[] {
  const { stdout } = spawnSync('bash', ['-c', `${variables}; printf '%s\\0' ${words.join(' ')}`], {
    encoding: 'utf8',
  });
  return stdout.split('\0').slice(0, -1);
}

const TEXT = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...'\'"\\$`!*?~#&;|<>(){}[] \n\t=-'), fc.string({ unit: 'binary' })),
  })
  .map((text) => text.toWellFormed().replaceAll('\0', ''));

describe('shellWord', { timeout: 30_000 }, () => {
  it('should be one word of exactly that value for any text', () => {
    fc.assert(
      fc.property(fc.array(TEXT, { minLength: 1, maxLength: 50 }), (texts) => {
        expect(
          expand(
            texts.map((text) => shellWord(text)),
            ':',
          ),
        ).toEqual(texts);
      }),
    );
  });

  it('should put values of variables between texts, whatever they hold', () => {
    const piece: fc.Arbitrary<Piece> = fc.oneof(TEXT, fc.constant({ variable: 'it' }));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const value = `a  b*"'$x`;
        const expected = pieces.map((part) => (typeof part === 'string' ? part : value)).join('');
        expect(expand([shellWord(...pieces)], `it=${shellWord(value)}`)).toEqual([expected]);
      }),
    );
  });

  it('should leave plain text unquoted, for readers', () => {
    expect(shellWord('/secrets/s1')).toBe('/secrets/s1');
    expect(shellWord('a b')).toBe("'a b'");
    expect(shellWord()).toBe("''");
  });
});

describe('replaceInPieces', { timeout: 30_000 }, () => {
  it('should put the variable wherever the text stands', () => {
    expect(replaceInPieces(['a-x-b-x'], 'x', 'v')).toEqual([
      'a-',
      { variable: 'v' },
      '-b-',
      { variable: 'v' },
      '',
    ]);
  });
});
