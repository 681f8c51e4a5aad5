import { expect, it } from 'vitest';
import { readApiVersion } from './apiVersion.ts';

it.each([
  '7.0',
  '7.1',
  '7.2',
  '7.3',
  '7.4',
  '7.5',
  '7.6',
  '2025-07-01',
  '2026-04-01',
  '7.4-preview.1',
  '2016-10-01',
])('should know the version %s', (name) => {
  expect(readApiVersion(name).name).toBe(name);
});

it('should refuse a missing version', () => {
  for (const missing of [undefined, '']) {
    expect(() => readApiVersion(missing)).toThrow(/^api-version must be specified$/);
  }
});

it.each(['7', '7.99', '2025-07-02', 'latest', '7.4 '])('should refuse the version %s by name', (name) => {
  expect(() => readApiVersion(name)).toThrow(
    `The specified version (${name}) is not recognized. Consider using the latest supported version (2026-04-01).`,
  );
});
