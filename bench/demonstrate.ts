import type { Adapter } from '../adapters/adapter.ts';
import { scrubAnswer, scrubCommand } from '../adapters/wire/scrub.ts';
import type { Departure } from '../model/oracle/departure.ts';
import { PATIENCE } from '../model/oracle/hiddenSteps.ts';
import { replaySteps } from '../properties/divergences/replaySteps.ts';
import { FreshNames } from '../properties/sequences/freshNames.ts';
import { Session } from '../properties/session/session.ts';
import { VaultPool } from '../properties/session/vaultPool.ts';
import { isCall, type Step } from '../properties/steps/step.ts';
import type { Demonstration, Fault } from './faults/fault.ts';

/** What came of running the demonstration of a fault. */
export interface Demonstrated {
  /** What departs from the rules that the fault breaks. */
  readonly departures: readonly Departure[];
  /** Indexes of steps without which it departs all the same: none where the demonstration is as short as it can be. */
  readonly spare: readonly number[];
}

/** Runs the demonstration of a fault on a target whose clock has not been moved, whole and without each of its steps. */
export async function demonstrate(adapter: Adapter, { rules, shortest }: Fault): Promise<Demonstrated> {
  const breaking = async (steps: readonly Step[]): Promise<readonly Departure[]> => {
    const departures = await departuresIn(adapter, { ...shortest, steps });
    return departures.filter((departure) => departure.rules.some((rule) => rules.includes(rule)));
  };
  const without = (spare: number): Step[] => shortest.steps.filter((_, i) => i !== spare);
  const spare: number[] = [];
  // What lets the least time pass comes first: some faults show as soon as the clock was moved.
  const order = [...shortest.steps.keys()].sort((a, b) => passings(without(a)) - passings(without(b)));
  for (const step of order) if ((await breaking(without(step))).length > 0) spare.push(step);
  return { departures: await breaking(shortest.steps), spare };
}

function passings(steps: readonly Step[]): number {
  return steps.filter((step) => !isCall(step)).length;
}

/** Runs steps once, in a new vault of a target; answers all that departs from the rules. */
export async function departuresIn(
  adapter: Adapter,
  { settings, steps }: Demonstration,
): Promise<readonly Departure[]> {
  const session = new Session({
    adapter,
    patience: PATIENCE,
    scrub: { command: scrubCommand, answer: scrubAnswer },
    emit: () => {},
  });
  let sequences = 0;
  const ground = {
    session,
    pool: new VaultPool(session),
    names: new FreshNames('demo'),
    nextSequence: () => ++sequences,
  };
  const { findings } = await replaySteps(ground, { settings, steps }, 'reproduce', '');
  return findings.map(({ departure }) => departure);
}
