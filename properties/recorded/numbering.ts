/** Gives traces, sequences and exchanges of a check their numbers, from 1. */
export class Numbering {
  #traces = 0;
  #sequences = 0;
  #exchanges = 0;

  nextTrace(): number {
    return ++this.#traces;
  }

  nextSequence(): number {
    return ++this.#sequences;
  }

  nextExchange(): number {
    return ++this.#exchanges;
  }

  /** Exchanges numbered so far. */
  get exchanges(): number {
    return this.#exchanges;
  }

  /** Sequences numbered so far. */
  get sequences(): number {
    return this.#sequences;
  }
}
