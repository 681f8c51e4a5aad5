/**
 * Breaks one line of text at blanks so that no line is longer than `width` characters; what has no blank is broken where
 * it must be. Answers at least one line. `width` is at least 1.
 */
export function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (lengthOf(longer) <= width) {
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
  const indent = lengthOf(label);
  return wrapLine(text, Math.max(1, width - indent)).map((line, index) =>
    `${index === 0 ? label : ' '.repeat(indent)}${line}`.trimEnd(),
  );
}

/** Characters as a reader counts them, wide ones apart. */
function lengthOf(text: string): number {
  return [...text].length;
}

function breakWord(word: string, width: number): readonly string[] {
  const characters = [...word];
  const parts: string[] = [];
  for (let start = 0; start < characters.length; start += width) {
    parts.push(characters.slice(start, start + width).join(''));
  }
  return parts.length === 0 ? [''] : parts;
}
