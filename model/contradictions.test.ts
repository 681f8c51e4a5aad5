import { describe, expect, it } from 'vitest';
import type { Contradiction } from './contradiction.ts';
import { CONTRADICTIONS } from './contradictions.ts';
import { ruleById } from './rules/catalogue.ts';
import { describeSource } from './rules/sources.ts';

/** Ids of the contradictions for which the predicate does not hold, so that a failure names them. */
function breaking(holds: (contradiction: Contradiction) => boolean): readonly string[] {
  return CONTRADICTIONS.filter((contradiction) => !holds(contradiction)).map(
    (contradiction) => contradiction.id,
  );
}

describe('the contradictions', () => {
  it('should be X1 to X29, in order', () => {
    expect(CONTRADICTIONS.map((x) => x.id)).toEqual(Array.from({ length: 29 }, (_, i) => `X${i + 1}`));
  });

  it('should have two readings or more, with names of their own in kebab case', () => {
    expect(breaking((x) => x.readings.length >= 2)).toEqual([]);
    expect(
      breaking((x) => new Set(x.readings.map((reading) => reading.name)).size === x.readings.length),
    ).toEqual([]);
    expect(breaking((x) => x.readings.every(({ name }) => /^[a-z]+(-[a-z]+)*$/.test(name)))).toEqual([]);
  });

  it('should adopt one of their readings', () => {
    expect(breaking((x) => x.readings.some((reading) => reading.name === x.adopted))).toEqual([]);
  });

  it('should ask a question, and answer in whole sentences', () => {
    expect(breaking((x) => x.question.endsWith('?'))).toEqual([]);
    expect(
      breaking((x) => x.why.endsWith('.') && x.readings.every(({ claim }) => claim.endsWith('.'))),
    ).toEqual([]);
  });

  it('should give every reading sources that resolve', () => {
    expect(breaking((x) => x.readings.every(({ sources }) => sources.length > 0))).toEqual([]);
    for (const source of CONTRADICTIONS.flatMap((x) => x.readings).flatMap(({ sources }) => sources)) {
      expect(describeSource(source)).not.toBe('');
    }
  });

  it('should list rules that exist and that belong to a contradiction, each once', () => {
    expect(breaking((x) => x.rules.length > 0 && new Set(x.rules).size === x.rules.length)).toEqual([]);
    expect(breaking((x) => x.rules.every((id) => ruleById(id).contradiction !== undefined))).toEqual([]);
  });

  it('should each be named by a rule, but for X18, whose one rule names X17', () => {
    expect(breaking((x) => x.rules.some((id) => ruleById(id).contradiction === x.id))).toEqual(['X18']);
  });

  it('should settle only what recordings, the service itself or its role definitions decide', () => {
    const decides = /^(RECORDINGS|RCAT) /;
    const spoken = ['X24', 'X28'];
    const decided = (x: Contradiction): boolean =>
      x.readings.some(
        ({ name, sources }) => name === x.adopted && sources.some((source) => decides.test(source)),
      );
    expect(breaking((x) => x.standing === 'open' || spoken.includes(x.id) || decided(x))).toEqual([]);
  });
});
