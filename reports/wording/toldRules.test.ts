import { describe, expect, it } from 'vitest';
import { SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import { SAMPLE_RULES } from '../testing/sampleRules.ts';
import { shortSources, toldRules } from './toldRules.ts';

describe('toldRules', () => {
  const catalogue = new Map(SAMPLE_RULES.map((rule) => [rule.id, rule]));

  it('should tell broken rules first and keep those that the catalogue lacks', () => {
    const { told, others } = toldRules({ ...SET_ON_DELETED, rules: ['ZZ-01', 'NR-01'] }, catalogue);
    expect(told.map(({ id, broken, rule }) => [id, broken, rule?.id])).toEqual([
      ['ZZ-01', true, undefined],
      ['NR-01', true, 'NR-01'],
      ['AS-02', false, 'AS-02'],
    ]);
    expect(others).toEqual([]);
  });

  it('should name the rest where there are too many, a rule of each answer allowed before the rest', () => {
    const rules = ['NR-01', 'A-1', 'A-2', 'A-3'];
    const { told, others } = toldRules({ ...SET_ON_DELETED, rules }, catalogue, 3);
    expect(told.map(({ id }) => id)).toEqual(['NR-01', 'A-1', 'AS-02']);
    expect(others).toEqual(['A-2', 'A-3']);
  });
});

describe('shortSources', () => {
  it('should give the first two without their addresses', () => {
    const [rule] = SAMPLE_RULES;
    const sources = ['Overview: §Purge (github.com/a (b), c.md)', 'Recovery', 'third'];
    expect(rule && shortSources({ ...rule, sources })).toBe('Overview: §Purge; Recovery; and 1 more');
  });
});
