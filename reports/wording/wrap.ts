import stringWidth from 'string-width';

/**
 * Breaks one line of text at blanks so that no line is wider than `width` columns; what has no blank is broken where
 * it must be. Answers at least one line. `width` is at least 1.
 */
export function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (stringWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = breakWord(word, width);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return [...lines, line];
}

/** Wraps text behind a label: the lines after the first are indented by as much as the label is wide. */
export function wrapAfter(label: string, text: string, width: number): readonly string[] {
  const indent = stringWidth(label);
  return wrapLine(text, Math.max(1, width - indent)).map((line, index) =>
    `${index === 0 ? label : ' '.repeat(indent)}${line}`.trimEnd(),
  );
}

/** Breaks a word where it must be; at least one character stands in each part, however wide it is. */
function breakWord(word: string, width: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && stringWidth(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
