/** A part of a word of bash: text that stands for itself, or the value of a variable. */
export type Piece = string | { readonly variable: string };

/** Text that bash takes as it is. */
const PLAIN = /^[0-9A-Za-z/.,:_@%+=-]+$/;

function quote(text: string): string {
  if (PLAIN.test(text)) return text;
  // No variable of bash can hold a NUL, and no URL or header may.
  return `'${text.replaceAll('\0', '').replaceAll("'", `'\\''`)}'`;
}

/** Writes one word of bash that has exactly this value, whatever the text holds. */
export function shellWord(...pieces: readonly Piece[]): string {
  const words = pieces
    .filter((piece) => piece !== '')
    .map((piece) => (typeof piece === 'string' ? quote(piece) : `"$${piece.variable}"`));
  return words.length === 0 ? "''" : words.join('');
}

/** Puts a variable wherever a text stands in a word. */
export function replaceInPieces(pieces: readonly Piece[], text: string, variable: string): readonly Piece[] {
  return pieces.flatMap((piece) => {
    if (typeof piece !== 'string') return [piece];
    return piece.split(text).flatMap((part, index): Piece[] => (index === 0 ? [part] : [{ variable }, part]));
  });
}
