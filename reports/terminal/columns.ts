const NARROWEST = 80;
const WIDEST = 110;
/** What is assumed where the output is no terminal. */
const USUAL = 100;

/** How many columns a report takes on a stream: those of the terminal, but neither too few nor too many to read. */
export function columnsOf(stream: NodeJS.WritableStream & { readonly columns?: number }): number {
  return Math.min(WIDEST, Math.max(NARROWEST, stream.columns ?? USUAL));
}
