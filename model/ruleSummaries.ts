import { type Need, notApplicable } from './applicability.ts';
import type { RuleSummary } from './event.ts';
import { CATALOGUE } from './rules/catalogue.ts';
import { describeSource } from './rules/sources.ts';

/** The catalogue as a log keeps it, each rule that cannot be judged with the reason. */
export function ruleSummaries(met: ReadonlySet<Need>): readonly RuleSummary[] {
  return CATALOGUE.map((rule) => {
    const reason = notApplicable(rule, met);
    return {
      id: rule.id,
      statement: rule.statement,
      level: rule.level,
      sources: rule.sources.map(describeSource),
      ...(rule.contradiction !== undefined && { contradiction: rule.contradiction }),
      ...(reason !== undefined && { notApplicable: reason }),
    };
  });
}
