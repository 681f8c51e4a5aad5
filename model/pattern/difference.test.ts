import { describe, expect, it } from 'vitest';
import { brief, instant, WEIGHT } from './difference.ts';

describe('brief', () => {
  it('should say nothing for what is not there', () => {
    expect([brief(undefined), brief(null)]).toEqual(['nothing', 'nothing']);
  });

  it('should cut what is long', () => {
    expect(brief('x'.repeat(200))).toHaveLength(80);
    expect(brief('x'.repeat(200))).toMatch(/\.\.\.$/);
    expect(brief({ a: 1 })).toBe('{"a":1}');
  });
});

describe('instant', () => {
  it('should tell the date of Unix seconds', () => {
    expect(instant(1_780_272_000)).toBe('1780272000 (2026-06-01T00:00:00Z)');
  });

  it('should tell the number alone where it is no date', () => {
    expect(instant(1e300)).toBe('1e+300');
  });
});

it('should weigh an answer of another kind more than any number of wrong details', () => {
  const details = WEIGHT.version + 20 * WEIGHT.field + 20 * WEIGHT.shape + WEIGHT.message;
  expect(WEIGHT.outcome).toBeGreaterThan(WEIGHT.status + WEIGHT.code + WEIGHT.inner + details);
  expect(WEIGHT.status).toBeGreaterThan(details);
});
