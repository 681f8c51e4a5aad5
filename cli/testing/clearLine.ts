import { expect } from 'vitest';
import type { Ended } from './commandLine.ts';

/**
 * Checks that a command ended as a bad day should: with this code, its last line of complaint matching, nothing that
 * looks like a stack trace, and no control character that a terminal would obey.
 */
export function expectClearLine(ended: Ended, code: number, line: RegExp): void {
  const { stdout, stderr } = ended;
  const printed = stdout + stderr;
  expect(printed).not.toMatch(/^\s+at .*[:(]\d+|node:internal/m);
  expect(printed).not.toMatch(/[[\p{Cc}\p{Cf}]--[\n]]/v);
  expect(stderr).toMatch(line);
  expect(ended.code, printed).toBe(code);
}
