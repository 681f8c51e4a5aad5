import fc from 'fast-check';
import type { Step } from '../../steps/step.ts';
import type { Strategy } from '../strategy.ts';
import { vaultLives } from './vaultLives.ts';
import { vaultProposal } from './vaultProposal.ts';
import { type Telling, vaultStories } from './vaultStories.ts';

/** Tells each story of vaults once. */
export function vaultWalk(telling: Telling): Strategy {
  const stories = vaultStories(telling);
  let told = 0;
  return {
    name: 'walk',
    kind: 'vault',
    propose: () => {
      const steps = stories[told++];
      return steps && vaultProposal(steps);
    },
  };
}

/** Draws lives of vaults, one after the other: the seed gives the same ones again. */
export function drawnVaultLives(telling: Telling, seed: number): Strategy {
  const lives = fc.sample(fc.infiniteStream(vaultLives(telling)), { seed, numRuns: 1 })[0];
  return {
    name: 'lives',
    kind: 'vault',
    propose: () => {
      const steps: readonly Step[] | undefined = lives?.next().value;
      return steps && vaultProposal(steps);
    },
  };
}
