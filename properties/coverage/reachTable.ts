import type { ReachTable } from '../../model/event.ts';

/**
 * What became of a kind of step in a state class, most telling first: `x` tried there; `p` tried in another state of
 * the same phase, which is enough for it; `.` could be reached and was not tried; `v` and `b` cannot be reached there,
 * because no version, or no backup, of the name is known that it could refer to.
 */
export const REACH_MARKS = ['x', 'p', '.', 'b', 'v'] as const;

/** What became of a kind of step in a state class. */
export type ReachMark = (typeof REACH_MARKS)[number];

/** The marks of one state class, by kind of step. */
export interface ReachedState {
  readonly state: string;
  readonly marks: ReadonlyMap<string, ReachMark>;
}

/** One table of the states of all vaults, whatever their settings: of two marks the one that tells most stays. */
export function reachTable(
  kind: string,
  calls: readonly string[],
  reached: readonly ReachedState[],
): ReachTable {
  const states = Map.groupBy(reached, ({ state }) => state);
  const rows = Array.from(states, ([state, all]) => ({
    state,
    marks: calls.map((call) => best(all.flatMap(({ marks }) => marks.get(call) ?? []))).join(''),
  }));
  return { kind, calls, rows: rows.sort((a, b) => a.state.localeCompare(b.state)) };
}

function best(marks: readonly ReachMark[]): string {
  return REACH_MARKS.find((mark) => marks.includes(mark)) ?? ' ';
}
