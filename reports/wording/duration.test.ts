import { describe, expect, it } from 'vitest';
import { formatDuration, formatWallTime } from './duration.ts';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.4, '0.4 s'],
    [0.00001, '0 s'],
    [59.9996, '1 min'],
    [59, '59 s'],
    [60, '1 min'],
    [3661, '1 h 1 min 1 s'],
    [604_799, '6 d 23 h 59 min 59 s'],
    [604_800, '7 d'],
    [604_801, '7 d 1 s'],
    [-90, '-1 min 30 s'],
  ])('should say %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('formatWallTime', () => {
  it.each([
    [0.84, '0.8 s'],
    [9.96, '10 s'],
    [41.3, '41 s'],
    [184.6, '3 min 5 s'],
  ])('should say %d seconds as %s', (seconds, text) => {
    expect(formatWallTime(seconds)).toBe(text);
  });
});
