/** The greatest sizes that are read. Beyond them a file is refused, so that no input can exhaust memory or time. */
export interface Limits {
  /** Characters in one line of JSONL, decompressed. */
  readonly line: number;
  /** Characters in a file that is read as a whole, decompressed. */
  readonly document: number;
  /** Characters in a YAML file, which takes about a second for each million. */
  readonly yaml: number;
  /** Characters in a JavaScript file, whose parsed form takes a hundred times its size in memory. */
  readonly script: number;
  /** Values that a YAML file may stand for once its aliases are written out. */
  readonly yamlValues: number;
  /** Levels of arrays and objects in JSON. */
  readonly nesting: number;
  /** Bytes of one compressed body, decompressed. */
  readonly body: number;
}

const MIB = 1 << 20;

/** Far above what recorders write: the longest trace known is 1 MiB, the longest cassette 10 MiB. */
export const LIMITS: Limits = {
  line: 64 * MIB,
  document: 64 * MIB,
  yaml: 16 * MIB,
  script: 16 * MIB,
  yamlValues: 8 * MIB,
  nesting: 200,
  body: 64 * MIB,
};
