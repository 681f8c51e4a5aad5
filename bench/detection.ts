import type { Adapter } from '../adapters/adapter.ts';
import { scrubAnswer, scrubCommand } from '../adapters/wire/scrub.ts';
import type { Divergence, DivergenceEvent } from '../model/event.ts';
import { PATIENCE } from '../model/oracle/hiddenSteps.ts';
import { Exploration, STRATEGIES } from '../properties/explore.ts';
import { EXPLORED_KINDS, EXPLORED_SETTINGS, SHRINK_CALLS } from '../properties/exploreDefaults.ts';
import { Session } from '../properties/session/session.ts';
import { CallTally } from './callTally.ts';

/** How a target is explored until something shows. */
export interface DetectionOptions {
  readonly seed: number;
  /** Calls after which exploring ends without a finding. */
  readonly calls: number;
  /** Sequences at a time; 1 unless given. */
  readonly concurrency?: number;
}

/** What came of exploring a target as `run` does by default, until its first divergence was confirmed and shrunk. */
export interface Detection {
  /** Calls made to explore: up to the first divergence, or all. */
  readonly explored: number;
  /** The first divergence, as it was reported; absent when there is none. */
  readonly first?: {
    readonly divergence: Divergence;
    /** Calls spent on trying it again and on shrinking it. */
    readonly shrinking: number;
    /** Steps of the sequence reported: calls, each list counted once, and passings of time. */
    readonly steps: number;
  };
}

/** Explores a target until its first divergence is confirmed and shrunk, or the calls are spent. */
export async function detect(adapter: Adapter, options: DetectionOptions): Promise<Detection> {
  const tally = new CallTally();
  const stop = new AbortController();
  let first: DivergenceEvent | undefined;
  const session = new Session({
    adapter,
    patience: PATIENCE,
    scrub: { command: scrubCommand, answer: scrubAnswer },
    signal: stop.signal,
    emit: (event) => {
      tally.take(event);
      if (event.type !== 'divergence' || event.divergence.confirmation === 'recorded') return;
      first ??= event;
      stop.abort();
    },
  });
  const exploration = new Exploration({
    session,
    seed: options.seed,
    budget: { calls: options.calls },
    strategies: STRATEGIES,
    concurrency: options.concurrency ?? 1,
    kinds: EXPLORED_KINDS,
    settings: EXPLORED_SETTINGS,
    run: 'bench',
    wanted: () => true,
    shrinkCalls: SHRINK_CALLS,
  });
  await exploration.prepare();
  await exploration.run().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  if (!first) return { explored: tally.explored };
  const { n, divergence } = first;
  return {
    explored: tally.exploredBy(n),
    first: { divergence, shrinking: tally.spentOn(divergence.signature), steps: stepsOf(divergence) },
  };
}

/** The further pages of a list and the further looks of a wait are rows, but no steps. */
function stepsOf({ sequence }: Divergence): number {
  return sequence.filter(({ call }) => !/, (page|look) \d+$/.test(call)).length;
}
