/** Longest line that is kept, in bytes; no event comes near it. */
export const LONGEST_LINE: number = 64 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** One line of a file, without its line feed. */
export interface Line {
  /** Number of the line, from 1. */
  readonly number: number;
  /** What stands in it; its beginning when it is too long. */
  readonly bytes: Buffer;
  /** Whether the file goes on after it. */
  readonly ended: boolean;
  /** Whether it is longer than can be kept. */
  readonly tooLong: boolean;
}

/** The line that is being read. */
class Draft {
  number = 1;
  /** Whether it was given away already, being too long. */
  given = false;
  #parts: Buffer[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Takes more of the line in; gives the line away at once when it is too long. */
  add(part: Buffer): Line | undefined {
    if (this.given || part.length === 0) return undefined;
    this.#parts.push(part);
    this.#size += part.length;
    if (this.#size <= LONGEST_LINE) return undefined;
    const line = this.#give(true, true);
    this.given = true;
    return line;
  }

  /** Ends the line and begins the next; nothing when it was given away already. */
  end(ended: boolean): Line | undefined {
    const line = this.given ? undefined : this.#give(ended, false);
    this.number += 1;
    this.given = false;
    return line;
  }

  #give(ended: boolean, tooLong: boolean): Line {
    const line = { number: this.number, bytes: Buffer.concat(this.#parts), ended, tooLong };
    this.#parts = [];
    this.#size = 0;
    return line;
  }
}

/**
 * Splits bytes at line feeds, and at nothing else: JSON text may hold the other line ends of Unicode.
 * Lazy, so that a file of any size can be read.
 */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line, void, void> {
  const draft = new Draft();
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const line = draft.add(chunk.subarray(start, end)) ?? draft.end(true);
      if (line !== undefined) yield line;
      if (draft.given) draft.end(true);
      start = end + 1;
    }
    const tooLong = draft.add(chunk.subarray(start));
    if (tooLong !== undefined) yield tooLong;
  }
  const last = draft.size === 0 ? undefined : draft.end(false);
  if (last !== undefined) yield last;
}
