import type { Divergence, RuleSummary } from '../../model/event.ts';

/** Broken rules that are told before those of the answers allowed have their turn. */
const BROKEN_FIRST = 2;

/** A rule that a divergence speaks of. */
interface ToldRule {
  readonly id: string;
  readonly broken: boolean;
  /** Absent when the log does not say what the rule states. */
  readonly rule?: RuleSummary;
}

/** The rules that a divergence speaks of: those that are told, and the ids of those that are only named. */
export interface ToldRules {
  readonly told: readonly ToldRule[];
  readonly others: readonly string[];
}

/**
 * Chooses which rules of a divergence are told: the first ones broken, then the first one behind each answer allowed,
 * then all others, up to the number given.
 */
export function toldRules(
  divergence: Divergence,
  catalogue: ReadonlyMap<string, RuleSummary>,
  most: number = Number.POSITIVE_INFINITY,
): ToldRules {
  const { rules, expected } = divergence;
  const ids = new Set([
    ...rules.slice(0, BROKEN_FIRST),
    ...expected.flatMap((expectation) => expectation.rules.slice(0, 1)),
    ...rules,
    ...expected.flatMap((expectation) => expectation.rules),
  ]);
  const told = [...ids].slice(0, most).map((id) => {
    const rule = catalogue.get(id);
    return { id, broken: rules.includes(id), ...(rule === undefined ? {} : { rule }) };
  });
  return { told, others: [...ids].slice(told.length) };
}

/** A rule's level and the contradiction it belongs to: `must`, `should, part of contradiction X5`. */
export function levelPhrase(rule: RuleSummary): string {
  return rule.contradiction === undefined
    ? rule.level
    : `${rule.level}, part of contradiction ${rule.contradiction}`;
}

/** The first sources of a rule without the addresses at their ends, for where there is little room. */
export function shortSources({ sources }: RuleSummary): string {
  const first = sources.slice(0, 2).map((source) => source.replace(/ \((?:[^()]|\([^()]*\))*\)$/, ''));
  const more = sources.length - first.length;
  return first.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
