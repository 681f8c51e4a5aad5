import type { Adapter } from '../../adapters/adapter.ts';
import { cleanUp } from '../../adapters/targets/cleanUp.ts';
import type { Leavings } from '../../properties/sequences/leavings.ts';

/** Seconds for which a name must stay out of sight before it counts as gone: no recovery was seen to take longer. */
const QUIET_S = 150;

/** Seconds that all of it may take, however many vaults there are. */
const LIMIT_S = 900;

/**
 * Deletes and purges what a run made in vaults that outlast it, also after Ctrl-C: everything of its own that their
 * lists show, and what may be in neither list because it settles.
 * @param settleSeconds how long a recovery may take at most
 * @param warn told of each name that is left
 */
export async function clearAway(
  adapter: Adapter,
  leavings: readonly Leavings[],
  settleSeconds: number,
  warn: (text: string) => void,
): Promise<void> {
  const end = Date.now() + LIMIT_S * 1000;
  for (const { vault, kind, names, isOwn } of leavings) {
    const limitSeconds = Math.max(0, end - Date.now()) / 1000;
    const quietSeconds = Math.min(QUIET_S, settleSeconds, adapter.settlesWithin);
    const left = await cleanUp(adapter, { vault, kind, names, isOwn, quietSeconds, limitSeconds });
    for (const [name, state] of left) {
      if (state.left !== 'nothing') warn(`left in the vault: ${name} (${state.left})`);
    }
  }
}
