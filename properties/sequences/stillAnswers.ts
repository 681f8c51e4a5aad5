import type { Command } from '../../model/command.ts';
import type { OpenedVault } from '../session/openedVault.ts';
import type { Session } from '../session/session.ts';

/** Calls that any vault answers, whatever is in it. */
const LOOKS = ['get', 'list', 'getDeleted'] as const;

/**
 * Whether a target answers at all just now: what fails to answer one call, while it answers others, has a fault of its
 * own; what answers nothing is merely not to be asked.
 * @param sequence number of the sequence that asks
 */
export async function stillAnswers(session: Session, vault: OpenedVault, sequence: number): Promise<boolean> {
  for (const op of vault.management ? (['list'] as const) : LOOKS) {
    const { answer } = (await session.call(vault, sequence, look(op, vault), true)).exchange;
    if (!('lost' in answer)) return true;
  }
  return false;
}

function look(op: (typeof LOOKS)[number], vault: OpenedVault): Command {
  if (vault.management) {
    const { token, home } = vault.management;
    return { op: 'list', kind: 'vault', vault: token, scope: { subscription: home.subscription } };
  }
  const target = { kind: 'secret' as const, vault: vault.token };
  if (op === 'list') return { op, ...target, maxResults: 1 };
  return { op, ...target, name: `${vault.namePrefix}nothing-has-this-name` };
}
