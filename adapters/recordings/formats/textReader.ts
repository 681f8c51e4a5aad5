import { fail, type Place, within } from './place.ts';

/** Takes a text apart line by line, or from some line on as a whole, holding no more than is asked for. */
export class TextReader {
  readonly #chunks: AsyncIterator<string>;
  readonly #place: Place;
  /** What has been read and not been handed out, from `#at` on. */
  #chunk = '';
  #at = 0;
  #lines = 0;

  constructor(chunks: AsyncIterable<string>, place: Place) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#place = place;
  }

  /** How many lines were handed out: the number of the last one. */
  get lines(): number {
    return this.#lines;
  }

  /**
   * The next line without its end; undefined after the last one.
   * @param limit Its greatest length in characters; beyond it a RecordingError is thrown.
   */
  async line(limit: number): Promise<string | undefined> {
    const parts: string[] = [];
    let length = 0;
    for (;;) {
      const end = this.#chunk.indexOf('\n', this.#at);
      const part = this.#chunk.slice(this.#at, end < 0 ? undefined : end);
      length += part.length;
      if (length > limit) this.#refuse(limit, `line ${this.#lines + 1}`);
      parts.push(part);
      this.#at = end < 0 ? this.#chunk.length : end + 1;
      if (end >= 0) break;
      if (!(await this.#more())) {
        if (length === 0) return undefined;
        break;
      }
    }
    this.#lines++;
    const line = parts.join('');
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }

  /**
   * Everything from here on.
   * @param limit Its greatest length in characters; beyond it a RecordingError is thrown.
   */
  async rest(limit: number): Promise<string> {
    const parts = [this.#chunk.slice(this.#at)];
    let length = 0;
    while (await this.#more()) {
      length += this.#chunk.length;
      if (length > limit) this.#refuse(limit);
      parts.push(this.#chunk);
    }
    this.#at = this.#chunk.length;
    return parts.join('');
  }

  /** Lets go of the file; to be called also when only a part of it was read. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #more(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done) return false;
    this.#chunk = next.value;
    this.#at = 0;
    return true;
  }

  #refuse(limit: number, at?: string): never {
    const place = at === undefined ? this.#place : within(this.#place, at);
    fail(place, `longer than ${limit} characters`, 'Split it; no recorder is known to write one so long');
  }
}
