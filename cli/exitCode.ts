import type { Verdict } from '../model/event.ts';

/** What the process ends with: design.md, section 6. */
export const EXIT = { conforms: 0, diverges: 1, inconclusive: 2, usage: 3 } as const;

/** The exit code that tells a verdict. What no rule decides is no fault. */
export function exitCodeOf(verdict: Verdict): number {
  return verdict === 'unspecified' ? EXIT.conforms : EXIT[verdict];
}
