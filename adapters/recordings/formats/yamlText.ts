import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type Tags,
  type YAMLError,
} from 'yaml';
import type { Json } from '../../../model/json.ts';
import { fail, type Place, within } from './place.ts';

/** What the tags of YAML 1.1 would turn into JavaScript's own collections and dates, and what copies whole maps. */
const UNWANTED = /:(?:timestamp|set|omap|pairs|merge)$/;

/**
 * Parses a YAML text that a recording consists of, by YAML 1.1 as PyYAML writes it. Bytes (`!!binary`) that are text
 * become text, others `{base64_string}`; tags of other languages are ignored and nothing is constructed from them.
 * @throws RecordingError with line and column: broken YAML, a key given twice, too large, too deep, too many aliases.
 */
export function parseYaml(text: string, place: Place): Json {
  const { limits } = place;
  if (text.length > limits.yaml) {
    fail(place, `YAML of more than ${limits.yaml} characters`, 'Split the cassette, or record it as JSON');
  }
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      version: '1.1',
      customTags: (tags: Tags): Tags =>
        tags.filter((tag) => typeof tag === 'string' || tag.tag === undefined || !UNWANTED.test(tag.tag)),
      merge: false,
      // The library's own check takes quadratic time; ours does not.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'error',
      lineCounter: lines,
    });
    const [error] = document.errors;
    if (error !== undefined) refuse(error, lines, place);
    return new Composition(lines, place).value(document.contents);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail(place, 'YAML nested too deep', 'No recorder writes this: check where the file comes from');
  }
}

/** The error's code, since its message can quote the text. */
function refuse(error: YAMLError, lines: LineCounter, place: Place): never {
  const problem = error.code.toLowerCase().replaceAll('_', ' ');
  const { line, col } = lines.linePos(error.pos[0]);
  fail(
    within(place, `line ${line}, column ${col}`),
    `broken YAML: ${problem}`,
    'Record it again, or repair it there',
  );
}

/** Turns nodes into values in one pass; an alias shares the value of its anchor, and counts as much as it. */
class Composition {
  readonly #lines: LineCounter;
  readonly #place: Place;
  readonly #anchors = new Map<string, { readonly value: Json; readonly size: number }>();
  /** How many values there would be if every alias were written out. */
  #size = 0;

  constructor(lines: LineCounter, place: Place) {
    this.#lines = lines;
    this.#place = place;
  }

  value(node: ParsedNode | null): Json {
    if (node === null) return null;
    if (isAlias(node)) return this.#alias(node);
    const before = this.#size;
    this.#grow(1);
    const value = this.#plain(node);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, { value, size: this.#size - before });
    return value;
  }

  #plain(node: ParsedNode): Json {
    if (isSeq(node)) return node.items.map((item) => this.value(item as ParsedNode | null));
    if (isMap(node)) return this.#map(node as Extract<ParsedNode, { items: { key: unknown }[] }>);
    return isScalar(node) ? scalar(node.value) : null;
  }

  #map(node: { readonly items: readonly { key: ParsedNode; value: ParsedNode | null }[] }): Json {
    const entries = new Map<string, Json>();
    for (const { key, value } of node.items) {
      const name = this.value(key);
      if (typeof name === 'object' && name !== null) this.#fail(key, 'a key that is not plain');
      if (entries.has(String(name))) this.#fail(key, 'a key that this map has already');
      entries.set(String(name), this.value(value));
    }
    return Object.fromEntries(entries);
  }

  #alias(node: ParsedNode & { readonly source: string }): Json {
    const anchor = this.#anchors.get(node.source);
    if (anchor === undefined) return this.#fail(node, 'an alias of nothing that is complete before it');
    this.#grow(anchor.size);
    return anchor.value;
  }

  #grow(by: number): void {
    this.#size += by;
    const limit = this.#place.limits.yamlValues;
    if (this.#size > limit) {
      fail(
        this.#place,
        `aliases that stand for more than ${limit} values`,
        'No recorder writes this: check its origin',
      );
    }
  }

  #fail(node: ParsedNode, problem: string): never {
    const { line, col } = this.#lines.linePos(node.range[0]);
    fail(within(this.#place, `line ${line}, column ${col}`), `broken YAML: ${problem}`, 'Repair it there');
  }
}

function scalar(value: unknown): Json {
  if (value instanceof Uint8Array) return bytes(value);
  if (typeof value === 'bigint') return String(value);
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) ? (value as Json) : null;
}

function bytes(value: Uint8Array): Json {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(value);
  } catch {
    return { base64_string: Buffer.from(value).toString('base64') };
  }
}
