const NUMBERS = new Intl.NumberFormat('en-US');

/** A number with its thousands marked: `12,345`. */
export function formatNumber(value: number): string {
  return NUMBERS.format(value);
}

/** A number of things: `1 call`, `2,000 calls`, `3 replies` with `replies` given. */
export function countOf(value: number, one: string, many: string = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}
