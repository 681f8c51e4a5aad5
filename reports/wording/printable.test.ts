import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printableLine, printableText } from './printable.ts';

const TEXT = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\n', '\r', '\t', ' ', '\u200b', '\ud800'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
});

describe('printableLine', () => {
  it('should hold nothing that a terminal would act on or a reader would not see', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const line = printableLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect(line).toBe(line.trim());
        expect(line.isWellFormed()).toBe(true);
      }),
    );
  });

  it('should spell what cannot be shown and leave the rest', () => {
    expect(printableLine(' a\u001b[31m\r\n\tb\u202e 中😀 ')).toBe('a\\u{1b}[31m b\\u{202e} 中😀');
  });
});

describe('printableText', () => {
  it('should keep lines and tabs', () => {
    expect(printableText('a\r\nb\rc\n\td\0')).toBe('a\nb\nc\n\td\\u{0}');
  });
});
