import { describe, expect, it } from 'vitest';
import { settleTime, type Transition } from './settleTimes.ts';
import { createSettling } from './settling.ts';

/** Seconds at the 0th, 50th, 90th and 100th percentile of what was recorded. */
const OBSERVED: readonly [Transition, readonly number[]][] = [
  ['delete', [0, 16, 41, 149]],
  ['recover', [0, 17, 30, 81]],
  ['purge', [0, 20, 34, 69]],
];

describe('settle times', () => {
  it.each(OBSERVED)('should have the quantiles that were observed of %s', (transition, quantiles) => {
    expect([0, 0.5, 0.9, 1].map((share) => settleTime(transition, share))).toEqual(quantiles);
  });

  it.each(OBSERVED)(
    'should be spread like them when many are drawn of %s',
    (transition, [, median = 0, , longest = 0]) => {
      const settling = createSettling({ mode: 'real', seed: 1 });
      const drawn = Array.from({ length: 4000 }, (_, number) =>
        settling(transition, `vault/secrets/n${number}/1`),
      );
      drawn.sort((one, other) => one - other);
      expect(drawn.every((seconds) => Number.isInteger(seconds) && seconds >= 0 && seconds <= longest)).toBe(
        true,
      );
      expect(Math.abs((drawn[2000] ?? 0) - median)).toBeLessThanOrEqual(1);
      expect(drawn[0]).toBeLessThanOrEqual(1);
      expect(drawn.at(-1)).toBeGreaterThan(longest * 0.8);
    },
  );

  it('should be the same for the same seed and subject, and others for others', () => {
    const times = (seed: number): number[] => {
      const settling = createSettling({ mode: 'real', seed });
      return ['a', 'b', 'c', 'd'].flatMap((name) => [settling('delete', name), settling('purge', name)]);
    };
    expect(times(3)).toEqual(times(3));
    expect(times(3)).not.toEqual(times(4));
    expect(new Set(times(3)).size).toBeGreaterThan(3);
  });

  it('should be nothing when nothing takes time', () => {
    expect(createSettling({ mode: 'none' })('delete', 'x')).toBe(0);
  });

  it('should be refused without a seed', () => {
    expect(() => createSettling({ mode: 'real', seed: Number.NaN })).toThrow('settle must be');
  });
});
