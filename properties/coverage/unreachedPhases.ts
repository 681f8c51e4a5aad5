import type { ReachTable } from '../../model/event.ts';

/** The phases that not every run can meet, each with the reason why one may not. */
const ELUSIVE: Readonly<Record<string, string>> = {
  deleting:
    'no deletion was met while it settles: the target settles at once, or sooner than it was asked again',
  recovering:
    'no recovery was met while it settles: the target settles at once, or sooner than it was asked again',
  purging: 'no purge was met while it settles: the target purges at once, or sooner than it was asked again',
  deleted: 'nothing was seen deleted: no call deleted anything, or vaults have no soft delete',
};

/** Phases in the life of an object that no state of any table is in, with the reason. */
export function unreachedPhases(tables: readonly ReachTable[]): { readonly [phase: string]: string } {
  const states = tables.flatMap(({ rows }) => rows.map(({ state }) => state));
  const isReached = (phase: string): boolean =>
    states.some((state) => new RegExp(`\\b${phase}\\b`).test(state));
  return Object.fromEntries(Object.entries(ELUSIVE).filter(([phase]) => !isReached(phase)));
}
