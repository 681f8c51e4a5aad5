import { createHash, randomBytes } from 'node:crypto';

/** The source of version ids: 32 lower-case hexadecimal digits that look random and never repeat. */
export class VersionIds {
  readonly #seed: string;
  #given: number;

  /**
   * @param seed same seed, same ids in the same order; different at every start if not given.
   * @param given how many ids were given out before, by the emulator whose state is taken up again.
   */
  constructor(seed?: number, given = 0) {
    this.#seed = seed === undefined ? randomBytes(16).toString('hex') : String(seed);
    this.#given = given;
  }

  /** An id that was not given out before. */
  next(): string {
    this.#given += 1;
    return createHash('sha256').update(`${this.#seed}/${this.#given}`).digest('hex').slice(0, 32);
  }

  /** How many ids were given out. */
  get given(): number {
    return this.#given;
  }
}
