import { needsOf } from '../../model/applicability.ts';
import { CONTRADICTIONS } from '../../model/contradictions.ts';
import { OPEN_QUESTIONS } from '../../model/openQuestions.ts';
import type { Rule } from '../../model/rule.ts';
import { describeSource } from '../../model/rules/sources.ts';
import { contradictionOf } from './explainContradiction.ts';
import type { Told } from './told.ts';

/** A rule with all that is known of it: sources, evidence, what it needs, what is contradicted or open about it. */
export function explainRule(rule: Rule): Told {
  const { sources, contradiction, ...rest } = rule;
  const contradictions = CONTRADICTIONS.filter(
    ({ id, rules }) => id === contradiction || rules.includes(rule.id),
  );
  const openQuestions = OPEN_QUESTIONS.filter(({ rules }) => rules.includes(rule.id));
  const needs = needsOf(rule);
  return {
    json: {
      rule: {
        ...rest,
        sources: sources.map(describeSource),
        needs,
        contradictions: contradictions.map((each) => contradictionOf(each)),
        openQuestions: openQuestions.map(({ id, question, model }) => ({ id, question, model })),
      },
    },
    title: `${rule.id}: ${rule.level}, ${rule.basis}`,
    lines: [
      rule.statement,
      `about: ${rule.appliesTo.join(', ')}`,
      ...sources.map((source) => `source: ${describeSource(source)}`),
      ...(rule.evidence === undefined ? [] : [`evidence: ${rule.evidence}`]),
      ...(rule.unobservable === undefined ? [] : [`cannot be observed: ${rule.unobservable}`]),
      ...(needs.length === 0 ? [] : [`needs, beside secrets in a vault: ${needs.join(', ')}`]),
      ...contradictions.map(
        ({ id, question, adopted, standing }) =>
          `contradiction ${id}: ${question} Read here as "${adopted}"; ${standing}.`,
      ),
      ...openQuestions.map(({ id, question, model }) => `open question ${id}: ${question} Model: ${model}`),
    ],
  };
}
