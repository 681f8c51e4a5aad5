import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Judged, Observation } from './judged.ts';
import { Choices } from './testing/choices.ts';
import { corruptions } from './testing/corruptions.ts';
import { histories, SETTINGS } from './testing/histories.ts';
import { tell } from './testing/told.ts';
import { VaultOracle } from './vaultOracle.ts';

const NAMES = ['a', 'b', 'c'] as const;

/** Calls about one name; what a list or a restore tells is about several. */
const OPS = ['set', 'get', 'update', 'delete', 'getDeleted', 'recover', 'purge', 'listVersions'] as const;

/** The observations with some answers spoiled, so that there are departures to compare. */
function withFaults(observations: readonly Observation[], choices: Choices): readonly Observation[] {
  return observations.map((observation) => {
    if ('lost' in observation.answer || choices.chance(80)) return observation;
    const { answer } = choices.pick(corruptions(observation.command, observation.answer));
    return { ...observation, answer };
  });
}

/** The same observations in another order, each name's own in the order they had. */
function shuffled(observations: readonly Observation[], choices: Choices): readonly Observation[] {
  const queues = NAMES.map((name) =>
    observations.filter(({ command }) => 'name' in command && command.name === name),
  );
  const order: Observation[] = [];
  for (let left = queues; left.length > 0; left = left.filter((queue) => queue.length > 0)) {
    const queue = choices.pick(left.length > 1 ? left : [...left]);
    const next = queue.shift();
    if (next) order.push(next);
  }
  return order;
}

it('should judge calls about one name alike, whatever is called about others in between', () => {
  fc.assert(
    fc.property(
      histories({ names: NAMES, ops: OPS, losses: true }),
      fc.constantFrom(...SETTINGS),
      fc.nat(),
      (history, settings, seed) => {
        const choices = new Choices(seed);
        const told = tell(history, settings, { service: false });
        const observations = withFaults(
          told.map(({ observation }) => observation),
          choices,
        );
        const judge = (order: readonly Observation[]): ReadonlyMap<Observation, Judged> => {
          const oracle = new VaultOracle({
            settings: { ...settings, protectedSubscription: false },
            used: false,
            strictness: { service: false },
          });
          return new Map(order.map((observation) => [observation, oracle.observe(observation)]));
        };
        const [as, otherwise] = [judge(observations), judge(shuffled(observations, choices))];
        for (const observation of observations)
          expect(otherwise.get(observation)).toEqual(as.get(observation));
      },
    ),
    { numRuns: 100 },
  );
});
