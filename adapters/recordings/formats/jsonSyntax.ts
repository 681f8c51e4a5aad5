/** What is wrong with a JSON text, and where. */
export interface SyntaxProblem {
  /** Offset in the text, in characters. */
  readonly offset: number;
  /** In words, quoting nothing of the text. */
  readonly problem: string;
}

type Expectation = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or the end' | 'nothing';

const ATOM = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * The first fault in a JSON text's structure: where it is not JSON, nests deeper than allowed, or gives a key twice.
 * `JSON.parse` finds neither of the last two, does not always tell where, and quotes the text in its message, which
 * may be a secret. The contents of strings are left to it.
 */
export function jsonStructureProblem(text: string, nesting: number): SyntaxProblem | undefined {
  return new Scan(text, nesting).run();
}

class Scan {
  readonly #text: string;
  readonly #nesting: number;
  /** The open arrays (undefined) and objects (their keys), outermost first. */
  readonly #open: (Set<string> | undefined)[] = [];
  #expect: Expectation = 'value';
  #at = 0;

  constructor(text: string, nesting: number) {
    this.#text = text;
    this.#nesting = nesting;
  }

  run(): SyntaxProblem | undefined {
    const { length } = this.#text;
    for (; this.#at < length; ) {
      const offset = this.#at;
      const problem = this.#token(this.#text.charCodeAt(offset));
      if (problem !== undefined) return { offset, problem };
    }
    return this.#expect === 'nothing' ? undefined : { offset: length, problem: 'the text ends too early' };
  }

  /** Takes the token at the place reached; answers what is wrong with it. */
  #token(code: number): string | undefined {
    switch (code) {
      case 0x20:
      case 0x0a:
      case 0x0d:
      case 0x09:
        this.#at++;
        return undefined;
      case 0x22:
        return this.#string();
      case 0x7b:
        return this.#enter(new Set(), 'key or }');
      case 0x5b:
        return this.#enter(undefined, 'value or ]');
      case 0x7d:
      case 0x5d:
        return this.#leave(code === 0x7d);
      case 0x2c:
        return this.#comma();
      case 0x3a:
        return this.#colon();
      default:
        return this.#atom();
    }
  }

  #unexpected(): string {
    return this.#expect === 'nothing' ? 'something follows the end of the JSON' : `expected ${this.#expect}`;
  }

  #wantsValue(): boolean {
    return this.#expect === 'value' || this.#expect === 'value or ]';
  }

  #valueEnds(): void {
    this.#expect = this.#open.length === 0 ? 'nothing' : ', or the end';
  }

  #enter(keys: Set<string> | undefined, then: Expectation): string | undefined {
    if (!this.#wantsValue()) return this.#unexpected();
    if (this.#open.length >= this.#nesting) return `nested more than ${this.#nesting} levels deep`;
    this.#open.push(keys);
    this.#expect = then;
    this.#at++;
    return undefined;
  }

  #leave(object: boolean): string | undefined {
    const ends = this.#expect === ', or the end' || this.#expect === (object ? 'key or }' : 'value or ]');
    if (!ends || (this.#open.at(-1) !== undefined) !== object) return this.#unexpected();
    this.#open.pop();
    this.#valueEnds();
    this.#at++;
    return undefined;
  }

  #comma(): string | undefined {
    if (this.#expect !== ', or the end') return this.#unexpected();
    this.#expect = this.#open.at(-1) === undefined ? 'value' : 'key';
    this.#at++;
    return undefined;
  }

  #colon(): string | undefined {
    if (this.#expect !== ':') return this.#unexpected();
    this.#expect = 'value';
    this.#at++;
    return undefined;
  }

  #atom(): string | undefined {
    if (!this.#wantsValue()) return this.#unexpected();
    ATOM.lastIndex = this.#at;
    if (!ATOM.test(this.#text)) return this.#unexpected();
    this.#at = ATOM.lastIndex;
    this.#valueEnds();
    return undefined;
  }

  #string(): string | undefined {
    const start = this.#at + 1;
    let end = this.#text.indexOf('"', start);
    while (end > 0 && this.#escaped(end, start)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) return 'a string that never ends';
    if (this.#expect === 'key' || this.#expect === 'key or }') {
      const keys = this.#open.at(-1);
      const key = this.#text.slice(start, end);
      if (keys?.has(key)) return 'a key that this object has already';
      keys?.add(key);
      this.#expect = ':';
    } else if (this.#wantsValue()) {
      this.#valueEnds();
    } else {
      return this.#unexpected();
    }
    this.#at = end + 1;
    return undefined;
  }

  /** Whether the character at `offset` has an odd number of backslashes before it. */
  #escaped(offset: number, start: number): boolean {
    let before = offset - 1;
    while (before >= start && this.#text.charCodeAt(before) === 0x5c) before--;
    return (offset - before) % 2 === 0;
  }
}
