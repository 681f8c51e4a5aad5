import { describe, expect, it } from 'vitest';
import { EmulatedClock } from './emulatedClock.ts';
import { httpDate } from './httpDate.ts';

describe('the clock', () => {
  it('should stand still when it is frozen, and move only when told', () => {
    const clock = EmulatedClock.startingAt(1000, true);
    expect(clock.reading()).toEqual({ now: 1000, frozen: true });
    clock.advance(59);
    clock.advance(0.5);
    clock.advance(0.5);
    expect(clock.now()).toBe(1060);
  });

  it('should run with real time otherwise', async () => {
    const clock = EmulatedClock.startingAt(1000);
    expect(clock.now()).toBe(1000);
    clock.advance(3600);
    await new Promise((resolve) => setTimeout(resolve, 1050));
    expect(clock.now() - 4601).toBeLessThanOrEqual(1);
    expect(clock.now()).toBeGreaterThanOrEqual(4601);
    expect(clock.reading().frozen).toBe(false);
  });

  it('should run on from where it stood, without a jump', () => {
    const clock = EmulatedClock.startingAt(1000, true);
    clock.advance(5);
    clock.freeze(false);
    expect(clock.reading()).toEqual({ now: 1005, frozen: false });
    clock.freeze(true);
    clock.freeze(true);
    expect(clock.reading()).toEqual({ now: 1005, frozen: true });
  });

  it('should start at real time when it is not told otherwise', () => {
    expect(Math.abs(EmulatedClock.startingAt().now() - Date.now() / 1000)).toBeLessThan(2);
  });

  it('should never go back, nor past the year 9999', () => {
    const clock = EmulatedClock.startingAt(1000, true);
    for (const seconds of [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e12]) {
      expect(() => clock.advance(seconds)).toThrow('advance must be seconds');
    }
    expect(clock.now()).toBe(1000);
    for (const startAt of [-1, Number.NaN, 1e12]) {
      expect(() => EmulatedClock.startingAt(startAt)).toThrow('startAt must be Unix seconds');
    }
  });

  it('should be saved as a standstill or as a distance from real time', () => {
    const frozen = EmulatedClock.startingAt(1000, true);
    expect(EmulatedClock.fromSaved(frozen.save()).reading()).toEqual({ now: 1000, frozen: true });
    expect(EmulatedClock.fromSaved(frozen.save(), false).reading()).toEqual({ now: 1000, frozen: false });
    const running = EmulatedClock.startingAt(1000);
    expect(EmulatedClock.fromSaved(running.save()).reading()).toEqual({ now: 1000, frozen: false });
    expect(EmulatedClock.fromSaved(running.save(), true).reading()).toEqual({ now: 1000, frozen: true });
  });
});

it('should write dates as HTTP does', () => {
  expect([httpDate(0), httpDate(784_111_777), httpDate(0)]).toEqual([
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT',
    'Thu, 01 Jan 1970 00:00:00 GMT',
  ]);
});
