import type { Contradiction } from '../../model/contradiction.ts';
import { describeSource } from '../../model/rules/sources.ts';
import type { Told } from './told.ts';

/** A contradiction as JSON tells it. */
export function contradictionOf(contradiction: Contradiction): object {
  const { readings, ...rest } = contradiction;
  return {
    ...rest,
    readings: readings.map(({ sources, ...reading }) => ({
      ...reading,
      sources: sources.map(describeSource),
    })),
  };
}

/** A contradiction of the documents: its readings, which one the rules follow, and why. */
export function explainContradiction(contradiction: Contradiction): Told {
  const { id, question, readings, adopted, standing, rules, why } = contradiction;
  return {
    json: { contradiction: contradictionOf(contradiction) },
    title: `${id}: ${question}`,
    lines: [
      ...readings.flatMap(({ name, claim, sources }) => [
        `reading "${name}"${name === adopted ? ', which the rules follow' : ''}: ${claim}`,
        ...sources.map((source) => `- ${describeSource(source)}`),
      ]),
      standing === 'settled'
        ? 'settled: a target that follows another reading diverges'
        : 'open: every reading is accepted, and answers tell which one a target follows',
      `why: ${why}`,
      `rules: ${rules.join(', ')}`,
    ],
  };
}
