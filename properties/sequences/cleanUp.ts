import type { Command } from '../../model/command.ts';
import type { Phase } from '../../model/world/objectState.ts';
import type { OpenedVault } from '../session/openedVault.ts';
import type { Session } from '../session/session.ts';

/** What a sequence may have left, and the number under which it is cleared away. */
export interface Leavings {
  readonly vault: OpenedVault;
  /** Names that it used. */
  readonly names: readonly string[];
  /** Number that the calls have in the log. */
  readonly sequence: number;
}

/**
 * Deletes and purges what a sequence left in a vault that it cannot leave behind, so that lists stay short. What does
 * not go at once, because a deletion settles or protection forbids it, is left to the end of the run.
 */
export async function cleanUp(session: Session, { vault, names, sequence }: Leavings): Promise<void> {
  if (!vault.isKept || names.every((name) => isOver(vault, name))) return;
  session.emit({ type: 'sequence', sequence, strategy: 'clean-up', vault: vault.token, purpose: 'clean-up' });
  for (const name of names) {
    const make = (op: 'delete' | 'purge'): Command => ({ op, kind: 'secret', vault: vault.token, name });
    if (mayBe(vault, name, 'live')) await session.call(vault, sequence, make('delete'));
    if (mayBe(vault, name, 'deleted', 'deleting')) await session.call(vault, sequence, make('purge'));
  }
}

/** Whether nothing is left of a name, by all that is known. */
export function isOver(vault: OpenedVault, name: string): boolean {
  return !mayBe(vault, name, 'live', 'deleted', 'deleting', 'recovering');
}

function mayBe(vault: OpenedVault, name: string, ...phases: readonly Phase[]): boolean {
  return vault.oracle.states('secret', name).some(({ phase }) => phases.includes(phase));
}
