import fc from 'fast-check';
import type { ObjectKind } from '../../model/command.ts';
import type { Proposal, Strategy } from './strategy.ts';

/**
 * A strategy whose sequences fast-check draws, one after the other: the seed gives the same ones again.
 * @param first sequences that come before those that are drawn, whatever the seed
 */
export function drawn(
  name: string,
  kind: ObjectKind,
  arbitrary: fc.Arbitrary<Proposal>,
  seed: number,
  first: readonly Proposal[] = [],
): Strategy {
  const waiting = [...first];
  const proposals = fc.sample(fc.infiniteStream(arbitrary), { seed, numRuns: 1 })[0];
  const propose = (): Proposal | undefined => {
    const proposal: Proposal | undefined = waiting.shift() ?? proposals?.next().value;
    return proposal && { ...proposal, kind };
  };
  return { name, kind, propose };
}
