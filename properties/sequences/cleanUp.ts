import type { ManagementPlane } from '../../adapters/managementPlane.ts';
import type { Command, ObjectKind } from '../../model/command.ts';
import type { Phase } from '../../model/world/objectState.ts';
import { kindAndName, type OpenedVault } from '../session/openedVault.ts';
import type { Session } from '../session/session.ts';
import { vaultCommand } from '../steps/vaults/vaultCommand.ts';

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
  if (!vault.isKept) return;
  if (vault.management) return removeVaults(session, vault, vault.management, names, sequence);
  // A vault that others use may hold anything under a name; what was not called is not the run's.
  const left = names.filter(
    (name) => vault.called.has(kindAndName(kind, name)) && !isOver(vault, kind, name),
  );
  if (left.length === 0) return;
  session.emit({ type: 'sequence', sequence, strategy: 'clean-up', vault: vault.token, purpose: 'clean-up' });
  for (const name of left) {
    const make = (op: 'delete' | 'purge'): Command => ({ op, kind, vault: vault.token, name });
    if (mayBe(vault, kind, name, 'live')) await session.call(vault, sequence, make('delete'));
    if (isDeletable(kind) && mayBe(vault, kind, name, 'deleted', 'deleting'))
      await session.call(vault, sequence, make('purge'));
  }
}

/** Deletes and purges the vaults that a sequence made on the management plane, and so all that is in them. */
async function removeVaults(
  session: Session,
  plane: OpenedVault,
  management: ManagementPlane,
  names: readonly string[],
  sequence: number,
): Promise<void> {
  const mayStand = (name: string, ...phases: readonly Phase[]): boolean =>
    plane.oracle.states('vault', name).some(({ phase }) => phases.includes(phase));
  const left = names.filter((name) => mayStand(name, 'live', 'deleted'));
  if (left.length === 0) return;
  session.emit({ type: 'sequence', sequence, strategy: 'clean-up', vault: plane.token, purpose: 'clean-up' });
  for (const name of left) {
    for (const where of PLACES) {
      for (const [vault, phase] of [
        ['delete', 'live'],
        ['purge', 'deleted'],
      ] as const) {
        const command = vaultCommand(
          { vault, slot: 0, ...(where && { where }) },
          management,
          name,
          undefined,
        );
        if (command && mayStand(name, phase)) await session.call(plane, sequence, command);
      }
    }
  }
}

/** Where sequences make vaults. */
const PLACES = [undefined, 'own group', 'other group', 'other location', 'other subscription'] as const;

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
