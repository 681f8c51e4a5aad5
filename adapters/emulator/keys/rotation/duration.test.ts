import { describe, expect, it } from 'vitest';
import { after, readDuration } from './duration.ts';

describe('a duration', () => {
  it.each([
    ['P90D', { months: 0, days: 90 }],
    ['P18M', { months: 18, days: 0 }],
    ['P1Y', { months: 12, days: 0 }],
    ['p2y3m4d', { months: 27, days: 4 }],
  ])('should be read from %s', (text, duration) => {
    expect(readDuration(text)).toEqual(duration);
  });

  it.each(['', 'P', 'PT5H', '90D', 'P90', 'P-1D', 'P1.5D', ' P1D'])(
    'should not be read from "%s"',
    (text) => {
      expect(readDuration(text)).toBeUndefined();
    },
  );

  it.each([
    ['2024-01-31T10:00:00Z', { months: 1, days: 0 }, 1, '2024-02-29T10:00:00.000Z'],
    ['2023-12-15T00:00:00Z', { months: 13, days: 20 }, 1, '2025-02-04T00:00:00.000Z'],
    ['2024-03-31T00:00:00Z', { months: 1, days: 1 }, -1, '2024-02-28T00:00:00.000Z'],
  ] as const)('should lead from %s over %j times %i to %s', (from, duration, sign, to) => {
    expect(new Date(after(Date.parse(from) / 1000, duration, sign) * 1000).toISOString()).toBe(to);
  });
});
