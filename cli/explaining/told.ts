/** An explanation: for machines, and for people. */
export interface Told {
  /** What `--json` prints: one field, named after what is explained. */
  readonly json: object;
  readonly title: string;
  /** Each a paragraph of its own. */
  readonly lines: readonly string[];
}
