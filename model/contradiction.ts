import type { RuleId } from './rule.ts';

/** One way to resolve a contradiction. */
interface Reading {
  /** Short, in kebab case: `whole-cloud`. */
  readonly name: string;
  /** What it says. */
  readonly claim: string;
  /** Where it is said, as in a rule's sources. */
  readonly sources: readonly string[];
}

/** A question that official texts, or texts and recordings, answer in more than one way. */
export interface Contradiction {
  /** `X1`. Ids are stable, as those of rules are. */
  readonly id: string;
  readonly question: string;
  /** Two or more, the adopted one among them. */
  readonly readings: readonly Reading[];
  /** The name of the reading that the rules state. */
  readonly adopted: string;
  /**
   * `settled`: the service itself decided, and a target that follows another reading diverges.
   * `open`: every reading is accepted, and observation tells which one a target follows.
   */
  readonly standing: 'settled' | 'open';
  /** The rules that state or depend on the answer. */
  readonly rules: readonly RuleId[];
  /** Why this reading, and this standing. */
  readonly why: string;
}
