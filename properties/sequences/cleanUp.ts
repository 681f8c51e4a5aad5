import type { OpenedVault } from '../session/openedVault.ts';
import type { Session } from '../session/session.ts';

/**
 * Deletes and purges what a sequence left in a vault that it cannot leave behind, so that lists stay short. What does
 * not go at once, because a deletion settles or protection forbids it, is left to the target's own clean-up.
 */
export async function cleanUp(
  session: Session,
  vault: OpenedVault,
  sequence: number,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    const target = { vault: vault.token, kind: 'secret' as const, name };
    if (isIn(vault, name, 'live')) await session.call(vault, sequence, { op: 'delete', ...target });
    if (isIn(vault, name, 'deleted')) await session.call(vault, sequence, { op: 'purge', ...target });
  }
}

function isIn(vault: OpenedVault, name: string, phase: 'live' | 'deleted'): boolean {
  const now = { from: Number.MIN_SAFE_INTEGER, to: Number.MIN_SAFE_INTEGER };
  return vault.oracle.states('secret', name, now).some((state) => state.phase === phase);
}
