import { OBJECT_KINDS, type ObjectKind } from '../../model/command.ts';
import { kindAndName, type OpenedVault } from '../session/openedVault.ts';
import { isOver } from './cleanUp.ts';
import type { FreshNames } from './freshNames.ts';

/** What a run may leave in a vault that outlasts it. */
export interface Leavings {
  /** The vault as the adapter knows it. */
  readonly vault: string;
  readonly kind: ObjectKind;
  /** Names of this run of which something may be left. */
  readonly names: readonly string[];
  /** Whether a name in it is of this run. */
  readonly isOwn: (name: string) => boolean;
}

/**
 * What a run left in a vault, of the kinds explored and of those tried beside them; nothing in one that goes with the run.
 * @param names the names of the run
 */
export function leavingsIn(
  vault: OpenedVault,
  explored: readonly ObjectKind[],
  names: FreshNames,
): readonly Leavings[] {
  if (!vault.isKept) return [];
  const called = new Set([...vault.called].map((about) => about.slice(0, about.indexOf('/'))));
  return OBJECT_KINDS.filter((kind) => explored.includes(kind) || called.has(kind)).map((kind) => ({
    vault: vault.token,
    kind,
    names: [...vault.used].filter(
      (name) => vault.called.has(kindAndName(kind, name)) && !isOver(vault, kind, name),
    ),
    isOwn: (name) => names.isOwn(name, vault),
  }));
}
