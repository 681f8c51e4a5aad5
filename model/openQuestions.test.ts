import { describe, expect, it } from 'vitest';
import { OPEN_QUESTIONS } from './openQuestions.ts';
import { ruleById } from './rules/catalogue.ts';

describe('the open questions', () => {
  it('should be OQ-01 to OQ-32, in order', () => {
    const expected = Array.from({ length: 32 }, (_, i) => `OQ-${String(i + 1).padStart(2, '0')}`);
    expect(OPEN_QUESTIONS.map((open) => open.id)).toEqual(expected);
  });

  it('should each ask a question and say what is assumed', () => {
    for (const { id, question, model } of OPEN_QUESTIONS) {
      expect(question, id).toMatch(/^\S.*\?$/);
      expect(model, id).toMatch(/^\S.*\.$/);
    }
  });

  it('should each name rules that exist', () => {
    for (const { id, rules } of OPEN_QUESTIONS) {
      expect(rules.length, id).toBeGreaterThan(0);
      expect(rules.map((rule) => ruleById(rule).id)).toEqual(rules);
    }
  });
});
