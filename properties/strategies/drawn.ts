import fc from 'fast-check';
import type { Proposal, Strategy } from './strategy.ts';

/** A strategy whose sequences fast-check draws, one after the other: the seed gives the same ones again. */
export function drawn(name: string, arbitrary: fc.Arbitrary<Proposal>, seed: number): Strategy {
  const proposals = fc.sample(fc.infiniteStream(arbitrary), { seed, numRuns: 1 })[0];
  return { name, propose: () => proposals?.next().value };
}
