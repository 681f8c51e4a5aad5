import { expect, it } from 'vitest';
import { VersionIds } from './versionIds.ts';

const take = (ids: VersionIds, count: number): string[] => Array.from({ length: count }, () => ids.next());

it('should give 32 lower-case hexadecimal digits and never the same twice', () => {
  const ids = take(new VersionIds(), 1000);
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(1000);
});

it('should repeat itself with a seed, and go on where it was left', () => {
  const whole = take(new VersionIds(7), 10);
  expect(take(new VersionIds(7), 10)).toEqual(whole);
  expect(take(new VersionIds(7, 4), 6)).toEqual(whole.slice(4));
  expect(take(new VersionIds(8), 10)).not.toEqual(whole);
});
