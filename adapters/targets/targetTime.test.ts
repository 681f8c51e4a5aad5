import { describe, expect, it } from 'vitest';
import { createClockOffset } from './clockOffset.ts';
import { realTime, shiftedTime } from './targetTime.ts';

describe('a clock offset', () => {
  it('should be between what readings cut down to whole seconds allow', () => {
    const offset = createClockOffset(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0);
    offset.read(1100, { from: 1000.2, to: 1000.4 }, 0);
    const { least, greatest } = offset.bounds(1000.4);
    expect(least).toBeCloseTo(99.6);
    expect(greatest).toBeCloseTo(100.8);
  });

  it('should never exclude the true offset, and narrow down to the time a reading takes', () => {
    const truth = 100.37;
    const offset = createClockOffset(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0);
    for (let local = 1000; local < 1003; local += 0.013) {
      offset.read(Math.floor(local + 0.004 + truth), { from: local, to: local + 0.01 }, 0);
      const { least, greatest } = offset.bounds(local + 0.01);
      expect(least).toBeLessThanOrEqual(truth);
      expect(greatest).toBeGreaterThanOrEqual(truth);
    }
    const { least, greatest } = offset.bounds(1003);
    expect(greatest - least).toBeLessThan(0.06);
  });

  it('should widen as readings age, and follow an advance', () => {
    const offset = createClockOffset(0, 0, 1000);
    expect(offset.bounds(2000).greatest).toBeCloseTo(0.1);
    offset.advance(86_400);
    expect(offset.bounds(1000).least).toBe(86_400);
  });

  it('should start anew when a clock was set', () => {
    const offset = createClockOffset(0, 0, 1000);
    offset.read(5000, { from: 1000, to: 1001 }, 0);
    expect(offset.bounds(1001).least).toBe(3999);
    expect(offset.bounds(1001).greatest).toBe(4001);
  });
});

describe('real time', () => {
  const now = Math.floor(Date.now() / 1000);
  const http = (seconds: number): string => new Date(seconds * 1000).toUTCString();

  it('should be the local time for a target on this machine', () => {
    const { from, to } = realTime(true).window('v', { from: now, to: now + 0.5 });
    expect(from).toBeCloseTo(now, 1);
    expect(to).toBeCloseTo(now + 0.5, 1);
  });

  it('should believe the Date headers of one whose clock is another’s', () => {
    const time = realTime(true);
    time.observe({ from: now, to: now + 0.1 }, http(now + 60));
    const { from, to } = time.window('v', { from: now, to: now + 0.1 });
    expect(from).toBeGreaterThan(now + 59);
    expect(from).toBeLessThanOrEqual(now + 60);
    expect(to).toBeGreaterThanOrEqual(now + 60);
    expect(to).toBeLessThan(now + 63);
  });

  it('should know nothing of a remote clock before it has answered, and ignore what is no date', () => {
    const time = realTime(false);
    time.observe({ from: now, to: now }, 'yesterday');
    time.observe({ from: now, to: now }, undefined);
    const { from, to } = time.window('v', { from: now, to: now });
    expect(from).toBeLessThanOrEqual(now - 5);
    expect(to).toBeGreaterThanOrEqual(now + 5);
  });

  it('should leave room for machines that differ behind one address', () => {
    const { from, to } = realTime(true, 1).window('v', { from: now, to: now });
    expect(to - from).toBeGreaterThanOrEqual(2);
  });

  it('should be ahead by the shift of each vault', () => {
    const time = shiftedTime(realTime(true), (vault) => (vault === 'a' ? 100 : 0));
    expect(time.window('a', { from: now, to: now }).from).toBeCloseTo(now + 100, 1);
    expect(time.window('b', { from: now, to: now }).from).toBeCloseTo(now, 1);
  });
});
