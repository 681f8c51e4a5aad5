/**
 * What must not reach a terminal or a page as it is: control characters, which can move the cursor or hide text, format
 * characters, which are not seen or turn the direction of text around, and halves of surrogate pairs.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu;

function spell(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Text of one line that shows what it holds: white space as single blanks, what cannot be shown as `\u{1b}`. */
export function printableLine(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .replace(UNPRINTABLE, spell);
}

/** Text that shows what it holds and keeps its lines. */
export function printableText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNPRINTABLE, (character) =>
      character === '\n' || character === '\t' ? character : spell(character),
    );
}
