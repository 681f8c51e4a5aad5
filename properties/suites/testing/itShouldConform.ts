import { expect, it } from 'vitest';
import type { ObjectKind } from '../../../model/command.ts';
import type { StrategyName } from '../../explore.ts';
import { judgeConfigured } from './judgeConfigured.ts';

/** What a test that cannot be judged here says of it: no clock, no such kind. */
const NOTHING = 'the run exercised no rule';

/** Milliseconds that one test may take: a target that settles in real time needs them. */
const LONGEST = 900_000;

/** Tests, one for each way to explore, that the configured target answers as the rules allow. */
export function itShouldConform(kind: ObjectKind, strategies: readonly StrategyName[]): void {
  for (const strategy of strategies) {
    it(`should be answered as the rules allow: ${strategy}`, { timeout: LONGEST }, async ({ skip }) => {
      const { divergences, exercised, reason, report } = await judgeConfigured(kind, strategy);
      if (exercised.length === 0 && reason === NOTHING)
        skip(`the target offers nothing for it (${strategy})`);
      expect(divergences, report).toEqual([]);
      expect(reason, report).toBeUndefined();
      expect(exercised.length, report).toBeGreaterThan(0);
    });
  }
}
