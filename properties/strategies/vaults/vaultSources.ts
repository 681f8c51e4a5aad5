import type { Adapter } from '../../../adapters/adapter.ts';
import type { Patience } from '../../../model/oracle/hiddenSteps.ts';
import type { Strategy } from '../strategy.ts';
import { vaultPermissions } from './vaultPermissions.ts';
import { drawnVaultLives, vaultWalk } from './vaultStrategies.ts';

/**
 * Ways to explore vaults themselves; none where the target has no management plane.
 * @param strategies the names of those that are asked for
 */
export function vaultSources(
  { management, clock, summary }: Adapter,
  patience: Patience,
  strategies: readonly string[],
  seed: number,
): readonly Strategy[] {
  if (!management) return [];
  const telling = { patience, hasClock: clock !== undefined };
  return [
    ...(strategies.includes('walk') ? [vaultWalk(telling)] : []),
    ...(strategies.includes('lives') ? [drawnVaultLives(telling, seed)] : []),
    ...(strategies.includes('permissions') && management.severalCallers
      ? [vaultPermissions(summary.principals ?? {})]
      : []),
  ];
}
