import type { Answer } from './answer.ts';
import type { Pattern } from './pattern/pattern.ts';
import type { RuleId } from './rule.ts';
import type { Content } from './world/content.ts';
import type { KnownSettings } from './world/knownSettings.ts';
import type { ObjectState } from './world/objectState.ts';

/** One set of answers that the rules allow in a world, the world each leads to, and the rules that allow it. */
export interface Outcome {
  readonly pattern: Pattern;
  readonly rules: readonly RuleId[];
  /** When the answer is allowed, where that is not plain from the state: `while the deletion settles`. */
  readonly when?: string;
  /** The rules by which the caller may call, where the command names one. */
  readonly permits?: readonly RuleId[];
  /** True where the caller is refused, and not what it asks for. */
  readonly refusesCaller?: boolean;
  /** The open question or contradiction that an answer by this outcome decides, and the reading that it shows. */
  readonly reading?: readonly [question: string, reading: string];
  /** What in the request makes it one to refuse, as a noun: `a name longer than 127 characters`. */
  readonly because?: string;
  /** The object after it; without an answer (the reply was lost), as far as it can be known. */
  readonly next: (answer?: Answer) => ObjectState;
  /** What the answer tells of the vault's settings. */
  readonly tells?: (answer: Answer) => KnownSettings;
  /** What a backup taken by this call holds. */
  readonly holds?: Content;
  /** True where no rule decides: the answer is noted, never a divergence. */
  readonly unspecified?: boolean;
}

/** An outcome that leaves the object as it is: every refusal is one (ER-02). */
export function unchanged(
  object: ObjectState,
  pattern: Pattern,
  rules: readonly RuleId[],
  when?: string,
): Outcome {
  return { pattern, rules, next: () => object, ...(when !== undefined && { when }) };
}
