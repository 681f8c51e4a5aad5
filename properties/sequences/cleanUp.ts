import type { Command, ObjectKind } from '../../model/command.ts';
import type { Phase } from '../../model/world/objectState.ts';
import type { OpenedVault } from '../session/openedVault.ts';
import type { Session } from '../session/session.ts';

/** What a sequence may have left, and the number under which it is cleared away. */
export interface Leavings {
  readonly vault: OpenedVault;
  /** What it was about. */
  readonly kind: ObjectKind;
  /** Names that it used. */
  readonly names: readonly string[];
  /** Number that the calls have in the log. */
  readonly sequence: number;
}

/**
 * Deletes and purges what a sequence left in a vault that it cannot leave behind, so that lists stay short. What does
 * not go at once, because a deletion settles or protection forbids it, is left to the end of the run.
 */
export async function cleanUp(session: Session, { vault, kind, names, sequence }: Leavings): Promise<void> {
  if (!vault.isKept || names.every((name) => isOver(vault, kind, name))) return;
  session.emit({ type: 'sequence', sequence, strategy: 'clean-up', vault: vault.token, purpose: 'clean-up' });
  for (const name of names) {
    const make = (op: 'delete' | 'purge'): Command => ({ op, kind, vault: vault.token, name });
    if (mayBe(vault, kind, name, 'live')) await session.call(vault, sequence, make('delete'));
    if (isDeletable(kind) && mayBe(vault, kind, name, 'deleted', 'deleting'))
      await session.call(vault, sequence, make('purge'));
  }
}

/** Whether nothing is left of a name, by all that is known. */
export function isOver(vault: OpenedVault, kind: ObjectKind, name: string): boolean {
  return !mayBe(vault, kind, name, 'live', 'deleted', 'deleting', 'recovering');
}

/** SD-10: what is deleted softly; issuers and contacts go at once. */
function isDeletable(kind: ObjectKind): boolean {
  return kind !== 'issuer' && kind !== 'contacts';
}

function mayBe(vault: OpenedVault, kind: ObjectKind, name: string, ...phases: readonly Phase[]): boolean {
  return vault.oracle.states(kind, name).some(({ phase }) => phases.includes(phase));
}
