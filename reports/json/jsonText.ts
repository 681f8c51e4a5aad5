/**
 * Characters that JSON lets stand but a terminal or an editor may obey: control characters above ASCII, and those that
 * are not seen or turn the direction of text around.
 */
const OBEYED = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu;

/** A value as JSON that can be printed anywhere: what might be obeyed is escaped, which no reader can tell. */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, undefined, indent).replace(OBEYED, escaped);
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
